package se.varjedag.eventlog.csv;

import java.util.Optional;
import se.varjedag.eventlog.Sentence;

/// Recognises by their first bytes files that are no CSV in an encoding we read.
final class Strange {
    private Strange() {}

    static Optional<Sentence> look(byte[] start, int length) {
        if (length == 0) {
            return Optional.of(Reasons.EMPTY_FILE);
        }
        if (length >= 2 && ((start[0] == -1 && start[1] == -2) || (start[0] == -2 && start[1] == -1))) {
            return Optional.of(Reasons.UTF_16);
        }
        if (length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8 && start[3] <= 8) {
            return Optional.of(Reasons.ZIP_FILE);
        }
        int odd = 0;
        int even = 0;
        int control = 0;
        boolean blank = true;
        int looked = Math.min(length, 1 << 12);
        for (int i = 0; i < looked; i++) {
            byte b = start[i];
            if (b == 0) {
                odd += i & 1;
                even += 1 - (i & 1);
            }
            control += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
            blank &= b >= 0 && b <= ' ' && b != 0;
        }
        if (blank && looked == length) {
            return Optional.of(Reasons.EMPTY_FILE);
        }
        if (Math.max(odd, even) > looked / 3 && Math.min(odd, even) < looked / 20 + 1) {
            return Optional.of(Reasons.UTF_16);
        }
        return firstLineHasZero(start, looked) || control > looked / 20
                ? Optional.of(Reasons.BINARY_FILE)
                : Optional.empty();
    }

    private static boolean firstLineHasZero(byte[] start, int length) {
        for (int i = 0; i < length && start[i] != '\n' && start[i] != '\r'; i++) {
            if (start[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
