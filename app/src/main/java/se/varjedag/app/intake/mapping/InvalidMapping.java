package se.varjedag.app.intake.mapping;

import java.util.List;

/// Thrown when mapping files hold mistakes; lists every one of them, with file and line.
public final class InvalidMapping extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidMapping(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
