package se.varjedag.app.indicators.web;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Counted;
import se.varjedag.app.indicators.Indicator;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.indicators.Indicator.Standing;
import se.varjedag.app.indicators.Outcomes;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.IndicatorChoice;
import se.varjedag.app.web.figure.SmallGroups;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.statistics.Share;

/// Every promise with its indicators in finished words.
///
/// @param counted of so many indicators there are figures
/// @param reached so many of them reach their goal
public record IndicatorsPage(List<Promise> promises, int counted, int withGoal, int reached) {
    private static final double LEVEL = 0.95;

    public IndicatorsPage {
        promises = List.copyOf(promises);
    }

    /// A promise.
    ///
    /// @param debt whether nothing of it can be counted
    public record Promise(int number, String name, boolean debt, List<Line> lines) {
        public Promise {
            lines = List.copyOf(lines);
        }
    }

    /// An indicator.
    ///
    /// @param share    in per cent; empty where there is none to show
    /// @param of       the numbers behind it, or why there is no share
    /// @param standing `high`, `middle`, `low`, or empty where no goal or no share is known
    /// @param change   since the period before, `better`, `worse` or `same`; empty where it cannot be told
    public record Line(String id, String name, String share, String of, String goal, String standing, String change) {}

    static IndicatorsPage of(Catalogue catalogue, Outcomes outcomes, IndicatorChoice choice, Texts texts) {
        var now = Figures.of(catalogue, outcomes, choice.span(), choice.region());
        var before = Figures.of(catalogue, outcomes, before(choice.span()), choice.region());
        var promises = new ArrayList<Promise>();
        int counted = 0;
        int withGoal = 0;
        int reached = 0;
        for (int number = 1; number <= Catalogue.PROMISES; number++) {
            var ofPromise = catalogue.ofPromise(number);
            var lines = new ArrayList<Line>();
            for (var one : ofPromise) {
                var line = line(one, now.of(one).map(told -> new Told(told, now.tells(one))), before.of(one), texts);
                lines.add(line);
                counted += line.share().isEmpty() ? 0 : 1;
                withGoal += line.standing().isEmpty() ? 0 : 1;
                reached += line.standing().equals("high") ? 1 : 0;
            }
            boolean debt = ofPromise.stream().allMatch(one -> now.of(one).isEmpty());
            promises.add(new Promise(number, texts.text("indicator.promise." + number), debt, lines));
        }
        return new IndicatorsPage(promises, counted, withGoal, reached);
    }

    /// The period just before, of the same length.
    static Span before(Span span) {
        long days = span.from().until(span.to(), ChronoUnit.DAYS) + 1;
        return new Span(span.from().minusDays(days), span.from().minusDays(1));
    }

    /// What came out for one region, or the whole country: by where care was given, and by where patients live only
    /// what is not counted so.
    private record Figures(Map<String, List<Counted>> all, String region) {
        static Figures of(Catalogue catalogue, Outcomes outcomes, Span span, String region) {
            var byRegion = outcomes.of(catalogue.all(), Place.REGION, span);
            var rest = catalogue.all().stream()
                    .filter(one -> !byRegion.containsKey(one.id()))
                    .toList();
            var all = new HashMap<>(byRegion);
            all.putAll(outcomes.of(rest, Place.RESIDENCE, span));
            return new Figures(all, region);
        }

        Optional<Counted> of(Indicator indicator) {
            return Optional.ofNullable(all.get(indicator.id()))
                    .map(counted -> counted.stream()
                            .filter(one -> region.isEmpty() || one.place().equals(region))
                            .reduce(new Counted(region, new Share(0, 0), 0), Counted::plus));
        }

        /// Whether what came out is told: of a region as in the table of all regions, whatever is chosen.
        boolean tells(Indicator indicator) {
            var sizes = new HashMap<String, Integer>();
            all.getOrDefault(indicator.id(), List.of())
                    .forEach(one ->
                            sizes.merge(one.place(), Math.toIntExact(one.share().denominator()), Integer::sum));
            return region.isEmpty()
                    ? sizes.values().stream().mapToInt(Integer::intValue).sum() >= SmallGroups.FEWEST
                    : SmallGroups.shown(sizes).contains(region);
        }
    }

    /// What came out, and whether it may be shown.
    private record Told(Counted counted, boolean may) {}

    private static Line line(Indicator one, Optional<Told> told, Optional<Counted> before, Texts texts) {
        var now = told.map(Told::counted);
        var name = one.name().in(texts.language());
        var goal = goal(one, texts);
        if (now.isEmpty()) {
            return new Line(one.id(), name, "", texts.text("indicator.no-source"), goal, "", "");
        }
        var share = now.get().share();
        if (told.filter(Told::may).isEmpty()) {
            var why = share.denominator() == 0 ? "indicators.unknown" : "indicators.hidden";
            return new Line(one.id(), name, "", texts.text(why), goal, "", "");
        }
        var formats = texts.formats();
        double value = share.value().orElse(0);
        return new Line(
                one.id(),
                name,
                formats.percent(value, 0),
                texts.text(
                        now.get().unknown() == 0 ? "indicator.of" : "indicators.of",
                        formats.whole(share.numerator()),
                        formats.whole(share.denominator()),
                        formats.whole(now.get().unknown())),
                goal,
                key(one.standing(value)),
                before.map(Counted::share).map(then -> change(one, share, then)).orElse(""));
    }

    /// Whether more than chance lies between two periods.
    private static String change(Indicator one, Share now, Share then) {
        if (then.denominator() < SmallGroups.FEWEST) {
            return "";
        }
        return now.less(then, LEVEL)
                .map(interval -> interval.lower() > 0
                        ? one.more() ? "better" : "worse"
                        : interval.upper() < 0 ? one.more() ? "worse" : "better" : "same")
                .orElse("");
    }

    private static String key(Standing standing) {
        return standing == Standing.NO_GOAL ? "" : standing.name().toLowerCase(Locale.ROOT);
    }

    static String goal(Indicator one, Texts texts) {
        if (one.high().isEmpty()) {
            return texts.text("indicator.no-goal");
        }
        var high = texts.formats().percent(one.high().getAsDouble(), 0);
        return one.middle().isEmpty()
                ? high
                : texts.text(
                        "indicator.two-goals",
                        texts.formats().percent(one.middle().getAsDouble(), 0),
                        high);
    }
}
