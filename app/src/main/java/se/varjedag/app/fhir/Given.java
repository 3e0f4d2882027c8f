package se.varjedag.app.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.varjedag.app.fhir.Codes.Code;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.trace.State;

/// What one resource is made of, before it is a resource. Searching needs no more than this.
sealed interface Given {

    /// The type of the resource.
    String type();

    String id();

    /// Since when it is as it is.
    Instant lastUpdated();

    /// The status it has, where it has one.
    default Optional<String> status() {
        return Optional.empty();
    }

    /// The time it is of, where it is of any.
    default Optional<Span> span() {
        return Optional.empty();
    }

    /// What it is about, in codes.
    default List<Code> codes() {
        return List.of();
    }

    /// What it points at (`Procedure/7`).
    default Set<String> targets() {
        return Set.of();
    }

    /// A patient.
    record OfPatient(Chart chart) implements Given {
        @Override
        public String type() {
            return "Patient";
        }

        @Override
        public String id() {
            return chart.person().toString();
        }

        @Override
        public Instant lastUpdated() {
            return chart.lastUpdated();
        }
    }

    /// A pathway, as an episode of care.
    record OfEpisode(Episode episode) implements Given {
        @Override
        public String type() {
            return "EpisodeOfCare";
        }

        @Override
        public String id() {
            return episode.id();
        }

        @Override
        public Instant lastUpdated() {
            return episode.lastUpdated();
        }

        @Override
        public Optional<String> status() {
            return Optional.of(
                    episode.state().open()
                            ? "active"
                            : episode.state() == State.CRITERIA_NOT_MET ? "cancelled" : "finished");
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(Span.days(episode.start(), episode.end().orElse(LocalDate.MAX)));
        }

        @Override
        public List<Code> codes() {
            var codes = new ArrayList<Code>();
            codes.add(new Code(Codes.PATHWAY, episode.definition().id()));
            codes.add(new Code(Codes.STATE, state(episode.state())));
            return codes;
        }

        /// The word of how it stands.
        static String state(State state) {
            return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// One event of care.
    record OfEvent(Chart chart, Event event) implements Given {
        @Override
        public String type() {
            return "Procedure";
        }

        @Override
        public String id() {
            return event.more().event().toString();
        }

        @Override
        public Instant lastUpdated() {
            return event.more().learnt();
        }

        @Override
        public Optional<String> status() {
            return Optional.of(event.planned() ? "preparation" : "completed");
        }

        @Override
        public Optional<Span> span() {
            return Optional.of(Span.days(event.day(), event.day()));
        }

        @Override
        public List<Code> codes() {
            return List.of(Codes.ofEvent(event.code()));
        }
    }
}
