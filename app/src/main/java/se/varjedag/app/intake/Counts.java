package se.varjedag.app.intake;

import se.varjedag.app.timeline.Added;
import se.varjedag.eventlog.EventReading;

/// What became of the rows of a file.
record Counts(long read, long accepted, long duplicates, long rejected, long withdrawn) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    static Counts of(EventReading reading) {
        return new Counts(reading.rows(), 0, 0, reading.rejected(), 0);
    }

    static Counts of(FileKind.Contents contents) {
        return new Counts(contents.read(), 0, 0, contents.rejected(), 0);
    }

    static Counts of(long read, long usable, long rejected, Added added) {
        var accepted = added.versions() - added.withdrawn() - added.takenBack();
        return new Counts(read, accepted, usable - accepted, rejected, added.withdrawn() + added.takenBack());
    }

    /// These and those.
    Counts and(Counts more) {
        return new Counts(
                read + more.read,
                accepted + more.accepted,
                duplicates + more.duplicates,
                rejected + more.rejected,
                withdrawn + more.withdrawn);
    }
}
