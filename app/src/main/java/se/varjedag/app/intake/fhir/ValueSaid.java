package se.varjedag.app.intake.fhir;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.eventlog.Sentence;

/// What a resource says of a clinical value.
sealed interface ValueSaid {
    /// No value is ever read from resources of its type.
    record Nothing() implements ValueSaid {}

    /// It carries none, or takes it back: what an earlier version of it gave goes.
    record NoneAnyMore() implements ValueSaid {}

    record Says(Fact fact) implements ValueSaid {}

    /// It carries one that cannot be used; what an earlier version of it gave is left as it was.
    record NotUsed(String column, String value, Sentence why) implements ValueSaid {}

    int NOTHING = 0;
    int NONE_ANY_MORE = 1;
    int SAYS = 2;
    int NOT_USED = 3;

    /// Whether the resource carries a value, be it one that can be used or not.
    default boolean carried() {
        return this instanceof Says || this instanceof NotUsed;
    }

    default void write(DataOutputStream out) throws IOException {
        switch (this) {
            case Nothing _ -> out.writeByte(NOTHING);
            case NoneAnyMore _ -> out.writeByte(NONE_ANY_MORE);
            case Says(var fact) -> {
                out.writeByte(SAYS);
                SentValues.write(out, fact);
            }
            case NotUsed(var column, var value, var why) -> {
                out.writeByte(NOT_USED);
                out.writeUTF(column);
                out.writeUTF(value);
                out.writeUTF(why.english());
                out.writeUTF(why.swedish());
            }
        }
    }

    static ValueSaid read(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case NOTHING -> new Nothing();
            case NONE_ANY_MORE -> new NoneAnyMore();
            case SAYS -> new Says(SentValues.fact(in));
            default -> new NotUsed(in.readUTF(), in.readUTF(), new Sentence(in.readUTF(), in.readUTF()));
        };
    }
}
