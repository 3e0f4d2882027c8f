package se.varjedag.app.coordination;

import java.util.Set;

/// The national codes (KVÅ) as far as coordination types and reads them: a prefix of three signs and a suffix.
final class Codes {
    static final int LENGTH = 5;
    static final Set<Integer> START_OF_TREATMENT = Set.of(50, 52, 54, 58, 59, 60);

    private static final int PREFIX = 3;

    private Codes() {}

    static boolean digits(String code) {
        return Character.isDigit(code.charAt(PREFIX)) && Character.isDigit(code.charAt(PREFIX + 1));
    }

    static int suffix(String code) {
        return Integer.parseInt(code.substring(PREFIX));
    }
}
