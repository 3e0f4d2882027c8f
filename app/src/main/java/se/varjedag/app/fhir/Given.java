package se.varjedag.app.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.varjedag.app.access.LogSearch;
import se.varjedag.app.fhir.Codes.Code;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.measure.GroupKey;
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

    /// A pathway, as a plan of what should happen when.
    record OfPlan(Episode episode) implements Given {
        @Override
        public String type() {
            return "CarePlan";
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
                    episode.state().open() ? "active" : episode.state() == State.TREATED ? "completed" : "revoked");
        }

        @Override
        public Optional<Span> span() {
            return new OfEpisode(episode).span();
        }

        @Override
        public List<Code> codes() {
            return List.of(new Code(Codes.PATHWAY, episode.definition().id()));
        }
    }

    /// Where an event came from.
    ///
    /// @param run the import that brought it, as far as the reader may know of it
    record OfOrigin(Chart chart, Event event, Optional<Run> run) implements Given {
        @Override
        public String type() {
            return "Provenance";
        }

        @Override
        public String id() {
            return event.more().event().toString();
        }

        @Override
        public Instant lastUpdated() {
            return event.more().learnt();
        }

        /// Death is told of the patient; everything else is an event, and part of the pathways that it made.
        @Override
        public Set<String> targets() {
            var id = event.more().event();
            var targets = new LinkedHashSet<String>();
            targets.add(Chart.isDeath(event) ? "Patient/" + chart.person() : "Procedure/" + id);
            chart.episodes().stream()
                    .filter(episode -> episode.events().contains(id))
                    .forEach(episode -> {
                        targets.add("EpisodeOfCare/" + episode.id());
                        targets.add("CarePlan/" + episode.id());
                    });
            return targets;
        }
    }

    /// An import run.
    ///
    /// @param words the file and when it was read in; only when, to those who may not see what files came
    record Run(long number, String words) {}

    /// A line of the access log.
    ///
    /// @param nameless whether the reader is the patient, who is told where and not who
    record OfLogLine(LogSearch.Line line, boolean nameless) implements Given {
        @Override
        public String type() {
            return "AuditEvent";
        }

        @Override
        public String id() {
            return Long.toString(line.number());
        }

        @Override
        public Instant lastUpdated() {
            return line.entry().at();
        }
    }

    /// What is measured.
    record OfMeasure(PointPair measure, Instant lastUpdated) implements Given {
        @Override
        public String type() {
            return "Measure";
        }

        @Override
        public String id() {
            return measure.id();
        }
    }

    /// The figures of one group.
    ///
    /// @param figures the texts of an answer's columns, as the command writes them; empty where not defined
    /// @param lastUpdated the moment whose knowledge they rest on
    record OfReport(
            ReportId.Asking asking,
            Map<GroupKey, String> keys,
            Map<String, String> figures,
            long everybody,
            Instant lastUpdated,
            boolean simulated)
            implements Given {

        public OfReport {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        @Override
        public String type() {
            return "MeasureReport";
        }

        @Override
        public String id() {
            return asking.id(List.copyOf(keys.values()));
        }
    }
}
