package se.varjedag.app.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import se.varjedag.app.reference.Sweden;

/// What is done to keep a promise: as it is written now, and how it stands as somebody last said.
///
/// @param carriedFrom the same activity in the plan before
/// @param source      where it was read from; empty when it was written here
/// @param touched     when anything of it was last written
public record Activity(
        long id, long plan, OptionalLong carriedFrom, String source, Content content, Said said, Instant touched) {
    /// Untouched for so long, an activity that is not over says so.
    public static final int AGES_AFTER_DAYS = 90;

    /// What it is.
    ///
    /// @param area        improvement area, in the words of the plan
    /// @param promise     the promise it is for
    /// @param development the development area it belongs to
    /// @param regions     county codes
    /// @param indicator   key of what it is to move; empty for nothing named
    /// @param svf         id of the pathway that it is to move; empty for all
    /// @param step        the bottleneck it is to move, as links write a step; empty for none
    public record Content(
            String area,
            String title,
            String details,
            Optional<UUID> promise,
            Optional<UUID> development,
            String owner,
            List<String> regions,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String indicator,
            String svf,
            String step) {

        public Content {
            regions = List.copyOf(regions);
        }

        /// One that says no more than its improvement area and what is done.
        public static Content of(String area, String title) {
            return new Content(
                    area,
                    title,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "",
                    "");
        }
    }

    /// What somebody last said of how it stands.
    ///
    /// @param status unknown when nobody has
    public record Said(Status status, String words, Optional<Signed> signed) {
        public static final Said NOTHING = new Said(Status.UNKNOWN, "", Optional.empty());
    }

    /// How it stands on a day: as said, but late when its last day has passed and nobody said that it is over, or
    /// rests.
    public Status on(LocalDate day) {
        var said = said().status();
        return isPast(day) && (said == Status.UNKNOWN || said == Status.PLANNED || said == Status.UNDER_WAY)
                ? Status.LATE
                : said;
    }

    /// Whether it is late by its dates alone.
    public boolean lateByDates(LocalDate day) {
        return on(day) == Status.LATE && said().status() != Status.LATE;
    }

    private boolean isPast(LocalDate day) {
        return content().to().filter(day::isAfter).isPresent();
    }

    /// For how many days nothing of it has been written.
    public long daysUntouched(LocalDate day) {
        return ChronoUnit.DAYS.between(touched.atZone(Sweden.TIME).toLocalDate(), day);
    }

    /// Whether it has been left alone for so long that it says so. What is over may rest.
    public boolean ages(LocalDate day) {
        return !said().status().over() && daysUntouched(day) >= AGES_AFTER_DAYS;
    }
}
