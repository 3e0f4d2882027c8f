package se.varjedag.app.results;

import java.time.Instant;
import se.varjedag.app.database.Sha256;

/// What names a content and everything it was made by.
final class Seal {
    private Seal() {}

    /// SHA-256 of texts, one a line, as 64 hexadecimal digits.
    static String of(String... parts) {
        return Sha256.hex(String.join("\n", parts));
    }

    /// The seal of a frozen issue.
    static String of(String content, String definitions, String program, Instant knownAt) {
        return of(content, definitions, program, knownAt.toString());
    }

    /// The version of the program that runs; 0 where it was not packed.
    static String program() {
        var version = Seal.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
