package se.varjedag.app.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Home;

/// Where files lie while they are read in: a folder of this program alone, in the home.
///
/// Several programs may share a home when the database is an external one. Each holds the lock of its own folder, and
/// clears away the folders whose lock nobody holds: what a sudden death left.
@Component
class Incoming implements DisposableBean {
    private static final String LOCK = "lock";
    private static final String TURN = "turn";

    private final Path all;
    private @Nullable Path own;
    private @Nullable FileChannel lock;

    Incoming(Home home) {
        this.all = home.folder().resolve("incoming");
    }

    /// The folder of this program.
    synchronized Path folder() throws IOException {
        if (own == null) {
            try (var turn = turn()) {
                turn.lock();
                var folder = all.resolve(UUID.randomUUID().toString());
                Home.folderPrivately(folder);
                lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                lock.lock();
                own = folder;
            }
        }
        return own;
    }

    /// Clears away what programs that live no more have left.
    void clear() throws IOException {
        try (var turn = turn();
                var left = Files.list(all)) {
            turn.lock();
            for (var one : left.toList()) {
                var name = String.valueOf(one.getFileName());
                if (!one.equals(own) && !name.equals(TURN) && nobodyHolds(one.resolve(LOCK))) {
                    delete(one);
                }
            }
        }
    }

    /// One program at a time makes or clears folders: one that is being made is held by nobody yet.
    private FileChannel turn() throws IOException {
        Home.folderPrivately(all);
        return FileChannel.open(all.resolve(TURN), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static boolean nobodyHolds(Path lock) throws IOException {
        if (!Files.exists(lock)) {
            return true;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static void delete(Path left) throws IOException {
        if (Files.isDirectory(left)) {
            try (var files = Files.list(left)) {
                for (var file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(left);
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (lock != null && own != null) {
            lock.close();
            delete(own);
            own = null;
        }
    }
}
