package se.varjedag.app.fhir;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The types of resources that tell of one patient, each with what it is searched by and what it is made of.
enum CareKind {
    PATIENT("Patient", Set.of("identifier"), chart -> List.of(new Given.OfPatient(chart))),
    EPISODE(
            "EpisodeOfCare",
            Set.of("patient", "status", "type", "date"),
            chart -> chart.episodes().stream()
                    .map(episode -> (Given) new Given.OfEpisode(episode))
                    .toList()),
    EVENT(
            "Procedure",
            Set.of("patient", "subject", "status", "code", "date"),
            chart -> chart.care().stream()
                    .map(event -> (Given) new Given.OfEvent(chart, event))
                    .toList());

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // a set of Set.of never changes
    private final Set<String> own;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<Chart, List<Given>> made;

    CareKind(String type, Set<String> own, Function<Chart, List<Given>> made) {
        this.type = type;
        this.own = own;
        this.made = made;
    }

    String type() {
        return type;
    }

    /// What it is searched by.
    Set<String> parameters() {
        var all = new TreeSet<>(own);
        all.addAll(Set.of("_id", "_lastUpdated"));
        return all;
    }

    /// The resources of a chart, in an order that stays.
    List<Given> of(Chart chart) {
        return made.apply(chart);
    }
}
