package se.varjedag.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Files that a command writes: whole or not at all, so that an older file stays until the new one is finished.
final class Outputs {
    private Outputs() {}

    /// Writes a file.
    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    /// Lets `writing` fill a file beside the wanted one, which takes its place when it is whole.
    ///
    /// The name of the file beside it ends as the wanted one does, since that decides the kind of file.
    static void whole(Path wanted, Writing writing) {
        var beside =
                wanted.resolveSibling(".unfinished-" + ProcessHandle.current().pid() + "-" + wanted.getFileName());
        try {
            writing.to(beside);
            try {
                Files.move(beside, wanted, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(beside, wanted, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw cannotWrite(wanted, failure);
        } finally {
            discard(beside);
        }
    }

    /// Refuses to write where a command reads: the file would be gone before it was read.
    static void notOver(List<Path> read, String option, @Nullable String written) {
        if (written == null) {
            return;
        }
        var file = Path.of(written);
        for (var input : read) {
            if (same(file, input)) {
                throw new WrongUsage(
                        "%s would write over %s, which is read: name another file.".formatted(option, input),
                        "%s skulle skriva över %s, som läses: ange en annan fil.".formatted(option, input));
            }
        }
    }

    /// Refuses to write two things to one file: the later would take the place of the earlier.
    static void apart(String option, @Nullable String written, String other, @Nullable String writtenToo) {
        if (written != null && writtenToo != null && whole(written).equals(whole(writtenToo))) {
            throw new WrongUsage(
                    "%s and %s name the same file: name two.".formatted(option, other),
                    "%s och %s anger samma fil: ange två.".formatted(option, other));
        }
    }

    private static Path whole(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException failure) {
            throw cannotWrite(one, failure);
        }
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // What cannot be removed was said by the failure that came before.
            return;
        }
    }

    static NothingUsable cannotWrite(Path file, IOException failure) {
        return new NothingUsable(
                "%s cannot be written (%s): check that its folder exists, that you may write there and that there is room."
                        .formatted(file, failure.getMessage()),
                "%s går inte att skriva (%s): kontrollera att mappen finns, att du får skriva där och att det finns plats."
                        .formatted(file, failure.getMessage()));
    }
}
