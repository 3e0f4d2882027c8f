package se.varjedag.app.followup.web.leadtimes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import se.varjedag.app.followup.web.PairView;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// How long it took: in one glance, day by day, against the limit, for the newest months and for any groups.
///
/// @param between what is measured
/// @param same    whether it begins and ends at one point
/// @param bands   what part too late, where there are limits
public record LeadTimesPage(
        SelectionForm form,
        String between,
        boolean same,
        List<KeyFigure> keys,
        SpreadView spread,
        BandsView bands,
        NewestView newest,
        GroupsView groups) {

    public LeadTimesPage {
        keys = List.copyOf(keys);
    }

    /// One of the figures at the top.
    public record KeyFigure(String name, String number, String sign, Rich under) {}

    static LeadTimesPage of(Reading reading) {
        var measured = Measured.of(reading);
        return new LeadTimesPage(
                SelectionForm.ofFollowUp(reading, measured.fields()),
                measured.words(),
                measured.from() == measured.to(),
                keys(measured),
                SpreadView.of(measured),
                BandsView.of(measured),
                NewestView.of(measured),
                GroupsView.of(measured));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(spread.days(), spread.soFar(), bands.figure(), newest.figure(), groups.figure());
    }

    private static List<KeyFigure> keys(Measured measured) {
        var reading = measured.reading();
        var formats = reading.formats();
        var keys = new ArrayList<KeyFigure>();
        keys.add(share(measured));
        keys.add(inclusion(reading));
        var days = measured.days();
        keys.add(new KeyFigure(
                reading.t("lead.median"),
                formats.decimal(days.quantile(0.5), 0),
                "",
                Rich.of(reading.t(
                        "lead.key.quantiles",
                        formats.decimal(days.quantile(0.8), 0),
                        formats.decimal(days.quantile(0.9), 0)))));
        var total = measured.total();
        long late = total.map(group -> group.limits().over()).orElse(0L);
        boolean limited = total.map(Group::withLimit).orElse(0L) > 0;
        keys.add(new KeyFigure(
                reading.t("column.overtime"),
                limited
                        ? formats.whole(total.orElseThrow().overtimeDays())
                        : days.n() == 0 ? Formats.NONE : reading.t("unknown.limit"),
                "",
                Rich.of(!limited ? "" : reading.t("lead.key.late", formats.whole(late)))));
        long waiting = total.map(Group::waiting).orElse(0L);
        long over = total.map(group -> group.waitingLimits().over()).orElse(0L);
        keys.add(new KeyFigure(
                reading.t("keys.waiting"),
                formats.whole(waiting),
                "",
                Rich.of(
                        total.map(group -> group.waitingLimits().withLimit()).orElse(0L) > 0
                                ? reading.t(
                                        "keys.waiting.over",
                                        formats.whole(over),
                                        formats.percent((double) over / Math.max(1, waiting), 0))
                                : "")));
        return keys;
    }

    private static KeyFigure share(Measured measured) {
        var reading = measured.reading();
        var formats = reading.formats();
        var name = reading.t("column.intime");
        var share = measured.total().map(group -> group.limits().share());
        var interval = share.flatMap(one -> one.wilson(0.95));
        if (share.isEmpty() || interval.isEmpty()) {
            var number = measured.days().n() == 0 ? Formats.NONE : reading.t("unknown.limit");
            return new KeyFigure(name, number, "", Rich.of(reading.t("lead.key.nolimit")));
        }
        int decimals = Formats.shareDecimals(share.get().denominator());
        return new KeyFigure(
                name,
                formats.percentNumber(share.get().value().orElse(0), decimals),
                formats.percentSign(),
                Rich.of(reading.t(
                        "lead.key.share",
                        formats.whole(share.get().numerator()),
                        formats.whole(share.get().denominator()),
                        formats.percentInterval(
                                interval.get().lower(), interval.get().upper(), decimals))));
    }

    /// Inclusion goes by the region of residence, so the chosen region is asked for as one.
    private static KeyFigure inclusion(Reading reading) {
        var formats = reading.formats();
        var selection = reading.selection();
        var question = selection.everyRegion(selection.from(), selection.to());
        selection.region().ifPresent(code -> question.only(GroupKey.HOME_REGION, code));
        var share = reading.basis()
                .answer(question.build())
                .total()
                .map(Group::inclusion)
                .orElse(OptionalDouble.empty());
        return share.isEmpty()
                ? new KeyFigure(
                        reading.t("pair.inclusion"),
                        reading.t("unknown.cases"),
                        "",
                        Rich.of(reading.t("lead.key.inclusion.unknown")))
                : new KeyFigure(
                        reading.t("pair.inclusion"),
                        formats.percentNumber(share.getAsDouble(), 1),
                        formats.percentSign(),
                        Rich.of(reading.t(
                                share.getAsDouble() >= PairView.INCLUSION_GOAL
                                        ? "keys.inclusion.met"
                                        : "keys.inclusion.notmet",
                                formats.percent(PairView.INCLUSION_GOAL, 0))));
    }
}
