package se.varjedag.eventlog;

import java.nio.file.Path;

/// Hears how far a file has been read. Called often, from any thread.
@FunctionalInterface
public interface ReadingProgress {
    void read(Path file, long bytes, long ofBytes);
}
