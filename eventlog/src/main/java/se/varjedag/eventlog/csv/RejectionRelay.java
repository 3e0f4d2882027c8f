package se.varjedag.eventlog.csv;

import java.util.List;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;

/// Passes objections on as rejections, each once, also when a file has to be read again from the start.
final class RejectionRelay {
    private final String file;
    private final RejectionSink sink;
    private long told;
    private long toPass;

    RejectionRelay(String file, RejectionSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /// The same objections will come again from the first one on.
    void again() {
        toPass = told;
    }

    void tell(List<RowReader.Objection> objections, long linesBefore) {
        for (var objection : objections) {
            if (toPass > 0) {
                toPass--;
            } else {
                sink.reject(new Rejection(
                        file, linesBefore + objection.line(), objection.column(), objection.value(), objection.why()));
                told++;
            }
        }
    }

    /// Nothing more will come.
    void done() {
        if (toPass > 0) {
            throw new IllegalStateException("%d rejections of %s did not come again".formatted(toPass, file));
        }
    }
}
