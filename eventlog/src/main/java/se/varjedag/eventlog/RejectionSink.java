package se.varjedag.eventlog;

/// Where rejections go, in the order of their lines.
@FunctionalInterface
public interface RejectionSink {
    void reject(Rejection rejection);
}
