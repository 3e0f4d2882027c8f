package se.varjedag.app.intake.fhir;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import se.varjedag.app.timeline.TakenBack;

/// The events that a file takes back by name, on disk: nearly every resource that gives no event is among them, because
/// an earlier version of it may have given one.
final class TakenAway extends OnDisk<TakenBack> {
    TakenAway(Path file) throws IOException {
        super(file);
    }

    @Override
    void write(TakenBack one, DataOutputStream out) throws IOException {
        out.writeUTF(one.source());
        out.writeUTF(one.id());
        write(one.registered(), out);
        out.writeInt(one.before());
    }

    @Override
    TakenBack read(DataInputStream in) throws IOException {
        return new TakenBack(in.readUTF(), in.readUTF(), moment(in), in.readInt());
    }
}
