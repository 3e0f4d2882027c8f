package se.varjedag.app.intake.fhir;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Says;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.timeline.ClinicalValue.TakesBack;

/// The clinical values that a file tells of and takes back, on disk, in the order it does.
final class SentValues extends OnDisk<Sent> {
    SentValues(Path file) throws IOException {
        super(file);
    }

    @Override
    void write(Sent one, DataOutputStream out) throws IOException {
        out.writeUTF(one.source());
        out.writeUTF(one.id());
        write(one.registered(), out);
        switch (one) {
            case TakesBack _ -> out.writeBoolean(false);
            case Says says -> {
                out.writeBoolean(true);
                out.writeUTF(says.person());
                out.writeUTF(says.unit());
                out.writeUTF(says.origin().name());
                write(out, says.fact());
            }
        }
    }

    @Override
    Sent read(DataInputStream in) throws IOException {
        var source = in.readUTF();
        var id = in.readUTF();
        var registered = moment(in);
        return in.readBoolean()
                ? new Says(in.readUTF(), in.readUTF(), Origin.valueOf(in.readUTF()), source, id, fact(in), registered)
                : new TakesBack(source, id, registered);
    }

    static void write(DataOutputStream out, Fact fact) throws IOException {
        out.writeUTF(fact.kind().name());
        out.writeUTF(fact.item());
        out.writeLong(fact.day().toEpochDay());
        var until = fact.until();
        out.writeLong(until == null ? Long.MIN_VALUE : until.toEpochDay());
        write(out, fact.number());
        out.writeUTF(fact.text());
        out.writeUTF(fact.measure());
        write(out, fact.low());
        write(out, fact.high());
        out.writeInt(fact.part());
        out.writeUTF(fact.reason());
        out.writeUTF(fact.state().name());
    }

    static Fact fact(DataInputStream in) throws IOException {
        return new Fact(
                Kind.valueOf(in.readUTF()),
                in.readUTF(),
                LocalDate.ofEpochDay(in.readLong()),
                day(in.readLong()),
                number(in),
                in.readUTF(),
                in.readUTF(),
                number(in),
                number(in),
                in.readInt(),
                in.readUTF(),
                State.valueOf(in.readUTF()));
    }

    private static void write(DataOutputStream out, @Nullable Double number) throws IOException {
        out.writeDouble(number == null ? Double.NaN : number);
    }

    private static @Nullable Double number(DataInputStream in) throws IOException {
        double number = in.readDouble();
        return Double.isNaN(number) ? null : number;
    }

    private static @Nullable LocalDate day(long day) {
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }
}
