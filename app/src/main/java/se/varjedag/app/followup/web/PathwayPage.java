package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// One pathway: its key figures, its time against the limit, what holds, its steps, limits, regions, history and codes.
///
/// @param before what stands before the selection: what it is, and its prefix
public record PathwayPage(
        String name,
        String before,
        SelectionForm form,
        List<KeyFigure> keys,
        DistributionView distribution,
        RulesView rules,
        LadderView ladder,
        LimitsView limits,
        RegionsView regions) {

    public PathwayPage {
        keys = List.copyOf(keys);
    }

    /// One of the five figures at the top.
    public record KeyFigure(String name, String number, String sign, Rich under) {}

    static PathwayPage of(Reading all, String id) {
        var definition = all.basis().definitions().byId(id).orElseThrow();
        var reading = new Reading(
                all.basis(),
                all.selection().of(id),
                all.texts(),
                all.charts(),
                all.folder(),
                all.own(),
                all.unitNames());
        var treated = Treated.of(reading, id);
        return new PathwayPage(
                definition.name(all.texts().language()),
                before(reading, definition),
                SelectionForm.ofSpan(reading, reading.folder()),
                keys(reading, treated),
                DistributionView.of(reading, treated),
                RulesView.of(definition, all.texts(), Treated.day(reading.selection())),
                LadderView.of(reading, definition, treated),
                LimitsView.of(reading, definition, treated),
                RegionsView.of(reading));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(distribution.figure(), ladder.figure(), limits.figure(), regions.figure());
    }

    private static String before(Reading reading, PathwayDefinition definition) {
        return definition
                .prefix()
                .map(prefix ->
                        reading.t(definition.codes().assumed() ? "pathway.prefix.assumed" : "pathway.prefix", prefix))
                .orElseGet(() -> reading.t("pathway.noprefix"));
    }

    private static List<KeyFigure> keys(Reading reading, Treated treated) {
        var formats = reading.formats();
        var selection = reading.selection();
        var group = reading.basis()
                .answer(selection.question(selection.from(), selection.to()).build())
                .total();
        var count = treated.count();
        var keys = new ArrayList<KeyFigure>();
        var decimals = Formats.shareDecimals(count.withLimit());
        var share = count.share().value();
        // Nobody is not the same as no limit.
        var unknown = count.n() == 0 ? Formats.NONE : reading.t("unknown.limit");
        keys.add(new KeyFigure(
                reading.t("pair.time"),
                share.isPresent() ? formats.percentNumber(share.getAsDouble(), decimals) : unknown,
                share.isPresent() ? formats.percentSign() : "",
                Rich.of(reading.t(
                        "keys.time",
                        formats.whole(count.within()),
                        formats.whole(count.withLimit()),
                        formats.percent(PairView.TIME_GOAL, 0)))));
        keys.add(inclusion(reading, group));
        long late = count.withLimit() - count.within();
        keys.add(new KeyFigure(
                reading.t("column.overtime"),
                count.withLimit() == 0 ? unknown : formats.whole(treated.overtime()),
                "",
                Rich.of(
                        late == 0
                                ? reading.t("keys.overtime.none")
                                : reading.t("keys.overtime", formats.decimal((double) treated.overtime() / late, 1)))));
        var waiting = WaitingView.count(reading.basis().traced(), selection);
        keys.add(new KeyFigure(
                reading.t("keys.waiting"),
                formats.whole(waiting.total()),
                "",
                Rich.of(reading.t(
                        "keys.waiting.over",
                        formats.whole(waiting.over()),
                        formats.percent(
                                waiting.total() == 0 ? 0 : (double) waiting.over() / waiting.total(),
                                Formats.shareDecimals(waiting.total()))))));
        long investigated = group.map(one -> one.n() + one.left()).orElse(0L);
        keys.add(new KeyFigure(
                reading.t("keys.investigated"),
                formats.whole(investigated),
                "",
                Rich.of(reading.t(
                        "keys.investigated.of",
                        formats.decimal(
                                investigated == 0
                                        ? 0
                                        : 100.0 * group.map(Group::n).orElse(0L) / investigated,
                                0)))));
        return keys;
    }

    /// Inclusion goes by the region of residence, so the chosen region is asked for as one.
    private static KeyFigure inclusion(Reading reading, Optional<Group> group) {
        var formats = reading.formats();
        var selection = reading.selection();
        var question = selection.everyRegion(selection.from(), selection.to());
        selection.region().ifPresent(code -> question.only(GroupKey.HOME_REGION, code));
        var share = (selection.region().isPresent()
                        ? reading.basis().answer(question.build()).total()
                        : group)
                .map(Group::inclusion)
                .filter(one -> one.isPresent());
        if (share.isEmpty()) {
            return new KeyFigure(
                    reading.t("pair.inclusion"), reading.t("unknown.cases"), "", Rich.of(reading.t("pair.nocases")));
        }
        var value = share.get().getAsDouble();
        return new KeyFigure(
                reading.t("pair.inclusion"),
                formats.percentNumber(value, 1),
                formats.percentSign(),
                Rich.of(reading.t(
                        value >= PairView.INCLUSION_GOAL ? "keys.inclusion.met" : "keys.inclusion.notmet",
                        formats.percent(PairView.INCLUSION_GOAL, 0))));
    }
}
