package se.varjedag.app.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder where an installation keeps what must outlive it: the database, the key of the pseudonyms, the accounts.
///
/// It is readable by its owner alone. The environment variable `VARJEDAG_HOME` names it; otherwise it is
/// `.varjedag` in the user's home folder.
public record Home(Path folder) {
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    /// The home named by the environment, made if it is not there.
    public static Home of(Map<String, String> environment) {
        var named = environment.get("VARJEDAG_HOME");
        var folder = named == null || named.isBlank()
                ? Path.of(System.getProperty("user.home"), ".varjedag")
                : Path.of(named);
        return new Home(folder.toAbsolutePath().normalize()).made();
    }

    private Home made() {
        try {
            if (!Files.isDirectory(folder)) {
                folderPrivately(folder);
            }
            return this;
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart("%s is a file, not a folder. Name a folder in VARJEDAG_HOME.".formatted(folder), e);
        } catch (IOException e) {
            throw new CannotStart(
                    "The folder %s cannot be made (%s). Name another in VARJEDAG_HOME."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    public Path data() {
        return folder.resolve("postgres-data");
    }

    public Path binaries() {
        return folder.resolve("postgres-binaries");
    }

    public Path accounts() {
        return folder.resolve("accounts.properties");
    }

    /// Which claims of an identity provider give which assignments.
    public Path signInRules() {
        return folder.resolve("sign-in.yaml");
    }

    public Path pseudonymKeyFile() {
        return folder.resolve("pseudonym.key");
    }

    /// The keys that numbers and names are encrypted with, where the environment does not give them.
    public Path identityKeys() {
        return folder.resolve("identity.keys");
    }

    /// Written when a backup is put in the place of what was there: when, and the last row of the access log that it
    /// held. What lies outside the database may be ahead of it.
    public Path restored() {
        return folder.resolve("restored");
    }

    /// Where a running server says how it is reached from this machine: port and token, for the owner of the folder
    /// alone.
    public Path serverFile() {
        return folder.resolve("server.properties");
    }

    /// The key of the pseudonyms: made once, never in the database, so that neither of the two alone tells who somebody
    /// is.
    public byte[] pseudonymKey() {
        return HexFormat.of().parseHex(secret("pseudonym.key"));
    }

    /// The token that a program on this machine shows to act on the running server.
    public String serverToken() {
        return secret("server.token");
    }

    /// A secret text kept in a file of this folder; made at random the first time.
    String secret(String file) {
        var path = folder.resolve(file);
        try {
            if (!Files.exists(path)) {
                var bytes = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(bytes);
                writePrivately(path, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file that only its owner can read, whole or not at all.
    public static void writePrivately(Path path, String text) throws IOException {
        writePrivately(path, text.getBytes(StandardCharsets.UTF_8));
    }

    static void writePrivately(Path path, byte[] content) throws IOException {
        var half = Files.createTempFile(
                path.toAbsolutePath().getParent(), ".half", "", PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Opens a new file that only its owner can read.
    static OutputStream newPrivately(Path path) throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        return Files.newOutputStream(path);
    }

    /// Makes a folder that only its owner can look into; one that is there already is left as it is.
    public static void folderPrivately(Path path) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// Fails with a clear sentence when another program has this home.
    public void requireFree() {
        var taken = take();
        if (taken == null) {
            throw inUse();
        }
        taken.close();
    }

    CannotStart inUse() {
        return new CannotStart(
                "Another Varje dag is already running on %s. Stop it first, or name another folder in VARJEDAG_HOME."
                        .formatted(folder));
    }

    /// Takes the home for this process; empty if another process has it.
    @Nullable
    Taken take() {
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException _) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                return null;
            }
            return new Taken(channel);
        } catch (IOException e) {
            throw new CannotStart("The folder %s cannot be written (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    /// A home that this process has; given back when closed, or when the process ends however it ends.
    record Taken(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
