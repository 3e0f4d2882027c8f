package se.varjedag.app.intake.fhir;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.intake.mapping.Coding;

/// A resource with a code of the mapping, waiting until the whole file was read: the patient, the diagnosis and the
/// unit that it refers to may come after it.
///
/// @param subject    what it calls the patient, the surest name first; empty where it names nobody
/// @param candidates the rows of the mapping that fit, each with the date that the row looks for
/// @param reasons    definitions that its own reasons lead to
/// @param because    resources that it refers to as its reason
/// @param units      what it calls the care unit, the nearest first
/// @param value      the clinical value that it carries
record Pending(
        long place,
        String source,
        String name,
        @Nullable Instant registered,
        boolean planned,
        List<String> subject,
        List<Coding> codes,
        List<Candidate> candidates,
        List<String> reasons,
        List<String> because,
        List<String> units,
        String ref,
        ValueSaid value) {

    private static final int LONGEST = 2000;
    private static final int MOST = 1000;

    /// A row of the mapping that fits; `date` is empty where the resource has none.
    record Candidate(int row, String date) {}

    void write(DataOutputStream out) throws IOException {
        out.writeLong(place);
        write(out, source);
        write(out, name);
        out.writeBoolean(registered != null);
        if (registered != null) {
            out.writeLong(registered.getEpochSecond());
            out.writeInt(registered.getNano());
        }
        out.writeBoolean(planned);
        write(out, subject);
        out.writeShort(Math.min(codes.size(), MOST));
        for (var code : codes.subList(0, Math.min(codes.size(), MOST))) {
            write(out, code.system());
            write(out, code.code());
        }
        out.writeShort(candidates.size());
        for (var candidate : candidates) {
            out.writeInt(candidate.row());
            write(out, candidate.date());
        }
        write(out, reasons);
        write(out, because);
        write(out, units);
        write(out, ref);
        value.write(out);
    }

    static Pending read(DataInputStream in) throws IOException {
        var place = in.readLong();
        var source = in.readUTF();
        var name = in.readUTF();
        var registered = in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
        var planned = in.readBoolean();
        var subject = texts(in);
        var codes = new ArrayList<Coding>();
        for (int i = in.readShort(); i > 0; i--) {
            codes.add(new Coding(in.readUTF(), in.readUTF()));
        }
        var candidates = new ArrayList<Candidate>();
        for (int i = in.readShort(); i > 0; i--) {
            candidates.add(new Candidate(in.readInt(), in.readUTF()));
        }
        return new Pending(
                place,
                source,
                name,
                registered,
                planned,
                subject,
                codes,
                candidates,
                texts(in),
                texts(in),
                texts(in),
                in.readUTF(),
                ValueSaid.read(in));
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeShort(Math.min(texts.size(), MOST));
        for (var text : texts.subList(0, Math.min(texts.size(), MOST))) {
            write(out, text);
        }
    }

    /// A text longer than any name, code or date is none, whatever it begins with.
    private static void write(DataOutputStream out, String text) throws IOException {
        out.writeUTF(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        var texts = new ArrayList<String>();
        for (int i = in.readShort(); i > 0; i--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
