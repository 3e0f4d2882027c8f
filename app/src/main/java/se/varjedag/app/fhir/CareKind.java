package se.varjedag.app.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongFunction;

/// The types of resources that tell of one patient, each with what it is searched by and what it is made of.
enum CareKind {
    PATIENT("Patient", Set.of("identifier")),
    EPISODE("EpisodeOfCare", Set.of("patient", "status", "type", "date")),
    PLAN("CarePlan", Set.of("patient", "subject", "status", "date")),
    EVENT("Procedure", Set.of("patient", "subject", "status", "code", "date")),
    ORIGIN("Provenance", Set.of("patient", "target", "recorded"));

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // a set of Set.of never changes
    private final Set<String> own;

    CareKind(String type, Set<String> own) {
        this.type = type;
        this.own = own;
    }

    String type() {
        return type;
    }

    /// All of them.
    static List<String> types() {
        return Arrays.stream(values()).map(CareKind::type).toList();
    }

    /// What it is searched by.
    Set<String> parameters() {
        var all = new TreeSet<>(own);
        all.addAll(Set.of("_id", "_lastUpdated"));
        return all;
    }

    /// The resources of a chart, in an order that stays.
    ///
    /// @param runs what may be told of an import run, by its number
    List<Given> of(Chart chart, LongFunction<Optional<Given.Run>> runs) {
        return switch (this) {
            case PATIENT -> List.of(new Given.OfPatient(chart));
            case EPISODE -> list(chart.episodes(), Given.OfEpisode::new);
            case PLAN -> list(chart.episodes(), Given.OfPlan::new);
            case EVENT -> list(chart.care(), event -> new Given.OfEvent(chart, event));
            case ORIGIN ->
                list(
                        chart.events(),
                        event -> new Given.OfOrigin(
                                chart, event, runs.apply(event.more().run())));
        };
    }

    private static <T> List<Given> list(List<T> all, Function<T, Given> made) {
        return all.stream().map(made).toList();
    }
}
