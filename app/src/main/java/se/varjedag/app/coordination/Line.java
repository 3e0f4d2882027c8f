package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.coordination.Handovers.Handover;
import se.varjedag.app.coordination.Named.Holder;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.prognosis.Chance;

/// One open pathway on the list of the unit that has it.
///
/// @param chance of starting within the limit; empty where the prognosis says nothing of it
/// @param born year of birth; 0 where unknown
/// @param next the next step, a booked one first; empty when nothing is left but what no definition knows
/// @param owner unit that the next step waits for; empty where no unit is known
/// @param holders who is named for it today
/// @param handover a handover on its way, or the latest that was refused
/// @param reasonMissing whether its limit has been passed and nobody has said why
public record Line(
        PathwayKey key,
        PathwayDefinition definition,
        PathwayClock clock,
        Optional<Chance> chance,
        int born,
        Optional<NextUp> next,
        String owner,
        Group group,
        Map<Task, Holder> holders,
        Optional<Handover> handover,
        boolean reasonMissing) {

    public Line {
        holders = Map.copyOf(holders);
    }

    /// What the line is sorted under, in the order of the list.
    public enum Group {
        /// The limit can be kept if the next step is done within a week.
        NOW("nu"),
        /// The limit has been passed.
        OVER("over"),
        /// Under way, or without a known limit.
        UNDER_WAY("pa-vag"),
        /// Nothing has been heard for half a year: perhaps it has ended and nobody has said so.
        SILENT("tyst");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        /// How it is written in addresses and texts.
        public String key() {
            return key;
        }
    }

    /// The next step.
    ///
    /// @param latest last day for it to keep the limit; empty where limit or allowances are unknown
    /// @param booked the day it is booked; empty where it is not
    public record NextUp(MeasuringPoint point, Optional<LocalDate> latest, Optional<LocalDate> booked) {}

    /// Who is named for a task today.
    public Optional<Holder> holder(Task task) {
        return Optional.ofNullable(holders.get(task));
    }

    /// The day that decides when something must be done: that of the next step, otherwise that of the limit.
    public Optional<LocalDate> mustBy() {
        return next.flatMap(NextUp::latest).or(clock::limitDay);
    }
}
