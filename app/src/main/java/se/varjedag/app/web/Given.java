package se.varjedag.app.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What came with a request, read: what is nobody's id is not found, and what no form of ours sends is a wrong request.
public final class Given {
    /// Further back nobody types what happened, in years.
    private static final int YEARS = 100;

    private static final int LONGEST_PATH = 2000;
    private static final int EARLIEST = 1800;
    private static final int LATEST = 2200;

    private Given() {}

    /// The id that stands in an address.
    ///
    /// @throws ResponseStatusException 404 where it is none
    public static UUID id(String written) {
        return uuid(written).orElseThrow(Given::notFound);
    }

    /// The id that was written, if it is one.
    public static Optional<UUID> uuid(String written) {
        try {
            return Optional.of(UUID.fromString(written.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The day that was written as 2026-11-21, if it is one that anything here can be about.
    public static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()))
                    .filter(day -> day.getYear() >= EARLIEST && day.getYear() <= LATEST);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The day on which something happened, at the latest today and within living memory.
    ///
    /// @throws ResponseStatusException 400 where it is none
    public static LocalDate past(String written, LocalDate today) {
        return day(written)
                .filter(day -> !day.isAfter(today) && !day.isBefore(today.minusYears(YEARS)))
                .orElseThrow(Given::wrong);
    }

    /// The address to lead back to, which is a path of our own and never another host; otherwise another.
    public static String path(String written, String otherwise) {
        boolean own = written.startsWith("/")
                && !written.startsWith("//")
                && written.length() <= LONGEST_PATH
                && written.chars().noneMatch(c -> "\\{}".indexOf(c) >= 0)
                && written.chars().noneMatch(Character::isISOControl);
        return own ? written : otherwise;
    }

    /// Nothing is there, or nothing that the reader may see.
    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /// No form of ours sends this.
    public static ResponseStatusException wrong() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
