package se.varjedag.nation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What was published about the real Sweden, with its source: what the synthetic one is compared with.
public final class PublishedFigures {
    /// The pathway of figures about all pathways together.
    public static final String ALL = "all";
    /// The region of figures about the nation.
    public static final String NATION = "00";

    private final List<Figure> figures;

    private PublishedFigures(List<Figure> figures) {
        this.figures = figures;
    }

    /// What is counted.
    public enum Measure {
        INVESTIGATED("investigated", true),
        STARTED("started", true),
        WITHIN("share_within_pct", false),
        INCLUSION("inclusion_pct", false),
        OVERTIME("overtime_days", true),
        MEAN_OVERTIME("mean_overtime_days", false),
        OVER("over_limit", true);

        private final String key;
        private final boolean count;

        Measure(String key, boolean count) {
            this.key = key;
            this.count = count;
        }

        /// The name in the table of figures.
        public String key() {
            return key;
        }

        /// Whether the figure is a number of patients or days, which grows with the scale.
        public boolean count() {
            return count;
        }

        static Measure ofKey(String key) {
            return Arrays.stream(values())
                    .filter(measure -> measure.key.equals(key))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("published.csv has no measure " + key));
        }
    }

    /// One published figure.
    ///
    /// @param svf the pathway's id, or [#ALL]
    /// @param region county code, or [#NATION]
    public record Figure(String svf, String region, int year, Measure measure, double value, String source) {}

    /// The figures this module was fitted to.
    public static PublishedFigures read() {
        return new PublishedFigures(Table.read("published.csv").stream()
                .map(row -> new Figure(
                        row.text("svf"),
                        row.text("region"),
                        row.whole("year"),
                        Measure.ofKey(row.text("measure")),
                        row.number("value"),
                        row.text("source")))
                .toList());
    }

    /// All of them.
    public List<Figure> all() {
        return List.copyOf(figures);
    }

    /// The figure for this, where one was published.
    public Optional<Figure> of(String svf, String region, int year, Measure measure) {
        return figures.stream()
                .filter(figure -> figure.year == year
                        && figure.measure == measure
                        && figure.region.equals(region)
                        && figure.svf.equals(svf))
                .findFirst();
    }
}
