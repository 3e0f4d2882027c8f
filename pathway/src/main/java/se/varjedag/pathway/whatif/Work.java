package se.varjedag.pathway.whatif;

import java.util.Arrays;
import java.util.Optional;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Work that queues at a unit: what arrives, and what is done with it.
public enum Work {
    /// From the specimen's arrival at the laboratory to its answer.
    PATHOLOGY("pathology", MeasuringPoint.SPECIMEN_RECEIVED, MeasuringPoint.PATHOLOGY_REPORTED),
    /// From the request to the examination.
    IMAGING("imaging", MeasuringPoint.IMAGING_REFERRAL, MeasuringPoint.IMAGING_PERFORMED),
    /// From the examination to its answer.
    READING("reading", MeasuringPoint.IMAGING_PERFORMED, MeasuringPoint.IMAGING_REPORTED);

    private static final Work[] ALL = values();

    private final String key;
    private final MeasuringPoint arrival;
    private final MeasuringPoint done;

    Work(String key, MeasuringPoint arrival, MeasuringPoint done) {
        this.key = key;
        this.arrival = arrival;
        this.done = done;
    }

    /// The word used in links.
    public String key() {
        return key;
    }

    /// The work with this word.
    public static Optional<Work> ofKey(String key) {
        return Arrays.stream(ALL).filter(work -> work.key.equals(key)).findFirst();
    }

    /// The point at which it begins to queue.
    public MeasuringPoint arrival() {
        return arrival;
    }

    /// The point at which it is done, at the unit that does it.
    public MeasuringPoint done() {
        return done;
    }
}
