package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Share;

/// How long pathology or radiology takes to answer, what waits there, and what the wait cost the patients.
public record AnsweringPage(
        SelectionForm form, Views views, SpeedView speed, FunnelView funnel, BacklogView backlog, CostView cost) {

    static final String TARGET = "target";
    static final String STRETCH = "stretch";
    static final String SECOND = "second";
    static final List<String> OWN = List.of(TARGET, STRETCH, FunnelView.WIDE_LIMITS);

    private static final List<Integer> TARGETS = List.of(5, 11);
    private static final List<String> STRETCHES = List.of("", SECOND);

    static AnsweringPage of(Reading reading, Answering answering) {
        int target = target(reading);
        var stretch = stretch(reading, answering);
        return new AnsweringPage(
                SelectionForm.ofFollowUp(reading, fields(reading, answering, target)),
                Views.of(reading, answering),
                SpeedView.of(reading, answering, stretch, target),
                funnel(reading, answering, stretch, target),
                BacklogView.of(reading, answering),
                CostView.of(reading, answering, stretch, target));
    }

    private static int target(Reading reading) {
        var chosen = reading.selection().own(TARGET).orElse("");
        return TARGETS.stream()
                .filter(days -> Integer.toString(days).equals(chosen))
                .findFirst()
                .orElse(TARGETS.getFirst());
    }

    private static Answering.Stretch stretch(Reading reading, Answering answering) {
        return reading.selection().own(STRETCH).filter(SECOND::equals).isPresent()
                ? answering.second()
                : answering.whole();
    }

    private static List<SelectionForm.Field> fields(Reading reading, Answering answering, int target) {
        var stretches = new ArrayList<SelectionForm.Option>();
        for (var one : STRETCHES) {
            var stretch = one.isEmpty() ? answering.whole() : answering.second();
            stretches.add(new SelectionForm.Option(
                    one,
                    SpeedView.name(reading, stretch),
                    one.equals(reading.selection().own(STRETCH).orElse(""))));
        }
        return List.of(
                new SelectionForm.Field(STRETCH, reading.t("answering.stretch"), stretches),
                new SelectionForm.Field(
                        TARGET,
                        reading.t("answering.target"),
                        TARGETS.stream()
                                .map(days -> new SelectionForm.Option(
                                        Integer.toString(days),
                                        reading.formats().days(days),
                                        days == target))
                                .toList()));
    }

    /// What rows are about: laboratories always, imaging units where a region is chosen and regions otherwise, for
    /// there are many.
    static GroupKey rows(Reading reading, Answering answering) {
        return answering == Answering.PATHOLOGY || reading.selection().region().isPresent()
                ? GroupKey.UNIT
                : GroupKey.REGION;
    }

    /// The question of one stretch, by those who answered.
    static Question question(Reading reading, Answering.Stretch stretch, GroupKey by) {
        return reading.selection()
                .question()
                .between(stretch.from(), stretch.to())
                .by(by)
                .build();
    }

    private static FunnelView funnel(Reading reading, Answering answering, Answering.Stretch stretch, int target) {
        var answer =
                reading.basis().answer(Comparison.without(question(reading, stretch, GroupKey.UNIT), GroupKey.UNIT));
        var chosen = reading.selection().narrowing().only().getOrDefault(GroupKey.UNIT, List.of());
        var units = new ArrayList<FunnelView.Unit>();
        var all = new Share(0, 0);
        for (var group : answer.groups()) {
            var code = group.key().getFirst();
            var share = within(group, target);
            all = all.plus(share);
            if (!code.isEmpty() && share.denominator() > 0) {
                units.add(new FunnelView.Unit(
                        reading.unitName(code),
                        share,
                        null,
                        chosen.contains(code),
                        reading.folder() + reading.selection().with("unit", code)));
            }
        }
        return FunnelView.of(
                reading,
                units,
                all,
                new FunnelView.Words(
                        "tratt",
                        reading.t("answering.funnel." + answering.slug()),
                        reading.t("answering.funnel.selected", SpeedView.name(reading, stretch), target),
                        reading.t("answering.funnel.axis"),
                        false,
                        "trattdiagram",
                        List.of(Rich.of(
                                reading.t("answering.n", reading.formats().whole(all.denominator()))))));
    }

    static Share within(Group group, int days) {
        return new Share(group.histogram().within(days), group.n());
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(speed.figure(), funnel.figure(), backlog.figure(), cost.figure());
    }
}
