package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.GroupKey;

/// Jämför: who differs, by more than chance.
///
/// @param switches what can be turned on and off
/// @param chosen   the one that the reader has chosen; null when none is
public record ComparePage(
        SelectionForm form,
        Views views,
        List<Switch> switches,
        @Nullable Chosen chosen,
        FunnelView funnel,
        BarsView bars,
        DifferencesView differences) {

    static final String FOLDER = "/folj-upp/jamfor";
    static final List<String> OWN = List.of(Comparison.ADJUST, Comparison.SPLIT, FunnelView.WIDE_LIMITS);

    public ComparePage {
        switches = List.copyOf(switches);
    }

    /// Something that is on or off.
    ///
    /// @param path where a click leads: the page with it turned
    /// @param on   `true` when it is on, otherwise null
    public record Switch(
            String words, String path, @Nullable String on) {}

    static ComparePage of(Reading reading) {
        var comparison = Comparison.of(reading);
        var key = comparison.key().key();
        var split = reading.selection().own(Comparison.SPLIT).isPresent();
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("foot.n", formats.whole(comparison.all().denominator()))));
        foot.add(Rich.of(
                comparison.inclusion().isPresent()
                        ? reading.t("compare.inclusion", formats.percent(comparison.inclusion(), 1))
                        : reading.t("compare.noinclusion")));
        if (comparison.unnamed() > 0) {
            foot.add(Rich.of(reading.t("compare.unnamed", formats.whole(comparison.unnamed()))));
        }
        if (split) {
            var before = Comparison.before(reading);
            foot.add(Rich.of(reading.t("funnel.ring", formats.months(before.getFirst(), before.getLast()))));
        }
        var units = comparison.ones().stream()
                .map(one ->
                        new FunnelView.Unit(one.name(), comparison.placed(one), one.earlier(), one.own(), one.path()))
                .toList();
        var funnel = FunnelView.of(
                reading,
                units,
                comparison.all(),
                new FunnelView.Words(
                        "tratt",
                        reading.t("compare.funnel." + key),
                        reading.t(comparison.adjusted() ? "compare.funnel.adjusted" : "compare.funnel.selected"),
                        reading.t("compare.funnel.axis"),
                        true,
                        "trattdiagram",
                        foot));
        return new ComparePage(
                form(reading, comparison),
                Views.of(reading, comparison.key()),
                switches(reading, comparison),
                comparison
                        .chosen(reading)
                        .map(one -> Chosen.of(reading, comparison, one))
                        .orElse(null),
                funnel,
                BarsView.of(reading, comparison, funnel.places(), reading.t("compare.bars." + key)),
                DifferencesView.of(reading, comparison, reading.t("compare.differences.question")));
    }

    /// The form, whose words also tell what the shares are adjusted for.
    private static SelectionForm form(Reading reading, Comparison comparison) {
        var form = SelectionForm.ofFollowUp(reading, List.of());
        if (!comparison.adjusted()) {
            return form;
        }
        var parts = new ArrayList<>(form.words().parts());
        parts.addAll(Rich.of(" · " + reading.t("compare.adjustedfor")).parts());
        return new SelectionForm(
                new Rich(parts),
                form.action(),
                form.fields(),
                form.kept(),
                form.asOf(),
                form.latest(),
                form.knownAt(),
                form.now(),
                form.nothing(),
                form.moved());
    }

    private static List<Switch> switches(Reading reading, Comparison comparison) {
        var switches = new ArrayList<Switch>();
        switches.add(turn(reading, Comparison.ADJUST, "compare.switch.adjust"));
        switches.add(turn(reading, Comparison.SPLIT, "compare.switch.split"));
        switches.add(turn(reading, FunnelView.WIDE_LIMITS, "compare.switch.wide"));
        if (comparison.key() == GroupKey.REGION && comparison.chosen(reading).isPresent()) {
            switches.add(new Switch(
                    reading.t("compare.switch.nobody"),
                    reading.folder() + reading.selection().with("region", ""),
                    null));
        }
        return switches;
    }

    static Switch turn(Reading reading, String name, String words) {
        var on = reading.selection().own(name).isPresent();
        return new Switch(
                reading.t(words), reading.folder() + reading.selection().with(name, on ? "" : "1"), on ? "true" : null);
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(funnel.figure(), bars.figure(), differences.figure());
    }
}
