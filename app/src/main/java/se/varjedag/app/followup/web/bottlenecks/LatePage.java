package se.varjedag.app.followup.web.bottlenecks;

import java.time.LocalDate;
import java.util.List;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.reference.Regions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Bottleneck;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.StepSum;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The patients over the limit who lost days of it in one step, under their pseudonyms.
///
/// @param step  the step and its row; empty where nobody in the selection has one to look at
/// @param lead  how many they are, and how many are shown
/// @param wider the same page of the whole country and all pathways; empty where the selection is that already
/// @param back  the step
public record LatePage(String step, String lead, List<Row> rows, String wider, String back) {

    private static final int SHOWN = 200;
    private static final int PSEUDONYM = 8;

    public LatePage {
        rows = List.copyOf(rows);
    }

    /// One patient's pathway.
    ///
    /// @param decisive whether the limit would have been kept, had the step kept its allowance
    public record Row(
            String pseudonym,
            String pathway,
            String region,
            String start,
            String end,
            String days,
            String limit,
            String inStep,
            String placed,
            String overtime,
            boolean decisive) {}

    /// Who works at a unit sees those who have been there, and who has a region those it answers for.
    static LatePage of(Reading reading) {
        var lost = Lost.of(reading);
        var sums = lost.sums();
        return Chosen.ofSomebody(lost, sums)
                .map(chosen -> of(lost, chosen, sums))
                .orElseGet(() -> new LatePage(
                        "",
                        "",
                        List.of(),
                        StepPage.wider(reading, BottlenecksController.PATIENTS),
                        BottlenecksController.FOLDER + reading.selection().query()));
    }

    private static LatePage of(Lost lost, Chosen chosen, List<StepSum> sums) {
        var reading = lost.reading();
        var step = StepView.of(lost, chosen, sums);
        var traced = reading.basis().traced();
        var all = StepView.seen(lost, chosen).late().stream()
                .filter(late -> reading.own().covers(traced, late.pathway()))
                .toList();
        return new LatePage(
                step.name() + " · " + step.where(),
                reading.t(
                        all.size() > SHOWN ? "late.lead.first" : "late.lead",
                        reading.formats().whole(all.size()),
                        reading.formats().whole(SHOWN)),
                all.stream()
                        .limit(SHOWN)
                        .map(late -> row(reading, traced, late))
                        .toList(),
                "",
                step.open());
    }

    private static String region(TracedPathways traced, Bottleneck.Late late) {
        int region = traced.state(late.pathway()) == State.TREATED
                ? traced.endRegion(late.pathway())
                : traced.waitingRegion(late.pathway());
        return traced.timelines().regionText(region);
    }

    private static Row row(Reading reading, TracedPathways traced, Bottleneck.Late late) {
        var formats = reading.formats();
        int pathway = late.pathway();
        boolean treated = traced.state(pathway) == State.TREATED;
        int start = traced.start(pathway);
        int days = (treated ? traced.end(pathway) : traced.asOf()) - start;
        var person = traced.timelines().person(traced.person(pathway));
        PathwayDefinition definition = traced.definitions().all().get(traced.definition(pathway));
        var region = region(traced, late);
        return new Row(
                person.substring(0, Math.min(PSEUDONYM, person.length())),
                GroupNames.name(reading, GroupKey.SVF, definition.id()),
                region.isEmpty() ? reading.t("region.missing") : Regions.name(region),
                formats.date(LocalDate.ofEpochDay(start)),
                treated ? formats.date(LocalDate.ofEpochDay(traced.end(pathway))) : reading.t("late.waiting"),
                formats.whole(days),
                formats.whole(days - late.overtime()),
                formats.whole(late.days()),
                formats.whole(late.placed()),
                formats.whole(late.overtime()),
                late.decisive());
    }
}
