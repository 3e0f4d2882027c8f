package se.varjedag.nation;

import static se.varjedag.nation.PublishedFigures.ALL;
import static se.varjedag.nation.PublishedFigures.NATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.varjedag.nation.PublishedFigures.Measure;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.ExpectedCases;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.LimitCount;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// What was simulated beside what was published, for the nation, its prostate pathway, and each region, year by year.
///
/// Started is everyone who reached the end that counts in the year, investigated adds those who left, both as the
/// national statistics count (criteria not met is nowhere; the closing conversation of non-specific symptoms is the
/// end of its own statistics).
public final class Comparison {
    private static final String PROSTATE = "prostatacancer";

    private final List<Line> lines;
    private final List<ByLimit> limits;
    private final double scale;

    Comparison(List<Line> lines, List<ByLimit> limits, double scale) {
        this.lines = List.copyOf(lines);
        this.limits = List.copyOf(limits);
        this.scale = scale;
    }

    /// One figure of one place and year. Published numbers of patients and days are taken to the simulated scale.
    public record Line(
            String svf,
            String region,
            String name,
            int year,
            Measure measure,
            OptionalDouble simulated,
            OptionalDouble published) {

        /// Simulated less published, where both are known.
        public OptionalDouble difference() {
            return simulated.isPresent() && published.isPresent()
                    ? OptionalDouble.of(simulated.getAsDouble() - published.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /// The nation's year, split by whether the limit was read or assumed.
    public record ByLimit(int year, LimitCount read, LimitCount assumed) {}

    /// Traces the events with [Nation]'s definitions and sets the figures beside the published ones.
    public static Comparison of(EventColumns events, NationOptions options) {
        var timelines = Timelines.of(events, null, null);
        return of(new Tracer(Nation.definitions()).withoutPoints().trace(timelines), options);
    }

    /// Sets the figures of traced pathways beside the published ones.
    public static Comparison of(TracedPathways traced, NationOptions options) {
        var expected = Optional.of(ExpectedCases.of(Nation.expectedCases(options)));
        var lines = new ArrayList<Line>();
        var limits = new ArrayList<ByLimit>();
        var published = PublishedFigures.read();
        for (int year = options.firstYear(); year <= options.lastYear(); year++) {
            var of = new Year(traced, expected, published, year, options.scale());
            var nation = of.groups(List.of(), "").getFirst();
            lines.addAll(of.lines(ALL, NATION, "Riket", nation, Optional.of(nation)));
            limits.add(new ByLimit(year, less(nation.limits(), nation.assumedLimits()), nation.assumedLimits()));
            for (var prostate : of.groups(List.of(), PROSTATE)) {
                lines.addAll(of.lines(PROSTATE, NATION, "Riket, prostatacancer", prostate, Optional.empty()));
            }
            var byHome = of.groups(List.of(GroupKey.HOME_REGION), "");
            for (var region : of.groups(List.of(GroupKey.REGION), "")) {
                var code = region.key().getFirst();
                var home = byHome.stream()
                        .filter(group -> group.key().equals(region.key()))
                        .findAny();
                lines.addAll(of.lines(ALL, code, name(code), region, home));
            }
        }
        return new Comparison(lines, limits, options.scale());
    }

    private static String name(String code) {
        return SwedishRegion.all().stream()
                .filter(region -> region.code().equals(code))
                .map(SwedishRegion::name)
                .findAny()
                .orElse("Region saknas");
    }

    private static LimitCount less(LimitCount all, LimitCount part) {
        return new LimitCount(
                all.withLimit() - part.withLimit(),
                all.within() - part.within(),
                all.overtimeDays() - part.overtimeDays());
    }

    /// One year's answers.
    private record Year(
            TracedPathways traced,
            Optional<ExpectedCases> expected,
            PublishedFigures published,
            int year,
            double scale) {

        List<Group> groups(List<GroupKey> by, String svf) {
            var question = Question.leadTime()
                    .period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                    .by(by);
            if (!svf.isEmpty()) {
                question.only(GroupKey.SVF, svf);
            }
            return Answers.answer(traced, question.build(), expected).groups();
        }

        List<Line> lines(String svf, String region, String name, Group group, Optional<Group> home) {
            var lines = new ArrayList<Line>();
            var limits = group.limits();
            add(lines, svf, region, name, Measure.INVESTIGATED, count(group.n() + group.left()));
            add(lines, svf, region, name, Measure.STARTED, count(group.n()));
            add(lines, svf, region, name, Measure.WITHIN, percent(group.share()));
            add(lines, svf, region, name, Measure.OVER, count(limits.over()));
            add(lines, svf, region, name, Measure.OVERTIME, count(limits.overtimeDays()));
            add(lines, svf, region, name, Measure.MEAN_OVERTIME, mean(limits));
            home.ifPresent(resident -> add(lines, svf, region, name, Measure.INCLUSION, percent(resident.inclusion())));
            return lines;
        }

        private void add(
                List<Line> lines, String svf, String region, String name, Measure measure, OptionalDouble simulated) {
            var figure = published
                    .of(svf, region, year, measure)
                    .map(found -> OptionalDouble.of(found.value() * (measure.count() ? scale : 1)))
                    .orElse(OptionalDouble.empty());
            lines.add(new Line(svf, region, name, year, measure, simulated, figure));
        }

        private static OptionalDouble count(long patientsOrDays) {
            return OptionalDouble.of((double) patientsOrDays);
        }

        private static OptionalDouble mean(LimitCount limits) {
            return limits.over() == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) limits.overtimeDays() / limits.over());
        }

        private static OptionalDouble percent(OptionalDouble share) {
            return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : OptionalDouble.empty();
        }
    }

    /// Every figure compared.
    public List<Line> lines() {
        return lines;
    }

    /// The figures of limits that were read and of assumed ones, apart.
    public List<ByLimit> limits() {
        return limits;
    }

    /// The line for this, if the simulation has it.
    public Optional<Line> line(String svf, String region, int year, Measure measure) {
        return lines.stream()
                .filter(line -> line.svf.equals(svf)
                        && line.region.equals(region)
                        && line.year == year
                        && line.measure == measure)
                .findFirst();
    }

    /// As a table for people to read.
    public String table() {
        return new ComparisonTable(lines, limits, scale).text();
    }
}
