package se.varjedag.app.results;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import se.varjedag.pathway.statistics.Share;

/// The figures of an issue.
///
/// @param countedTo  the day to which those who wait are counted
/// @param before     the number of the issue that the period before is taken from; empty where it was counted with
/// these
/// @param figures    by diagnosis and place, sorted by their keys
/// @param included   by where patients live
/// @param indicators those of the catalogue
public record Content(
        LocalDate countedTo,
        OptionalInt before,
        List<Line> figures,
        List<Included> included,
        List<Indicated> indicators) {
    /// The place that is the whole healthcare region.
    public static final String WHOLE = "all";

    static final String REGION = "region-";
    static final String UNIT = "unit-";

    /// The place that is a region.
    public static String region(String code) {
        return REGION + code;
    }

    public Content {
        figures = List.copyOf(figures);
        included = List.copyOf(included);
        indicators = List.copyOf(indicators);
    }

    /// A diagnosis at a place.
    ///
    /// @param svf   the pathway; empty for all together
    /// @param place `all`, `region-05`, or `unit-05-` and the unit's HSA-id
    public record Line(String svf, String place, Counts now, Counts before, Optional<Difference> difference) {

        /// What names it among the others.
        public String key() {
            return svf + "/" + place;
        }

        /// The code of the region; empty for the whole healthcare region.
        public String region() {
            return place.equals(WHOLE) ? "" : place.split("-", 3)[1];
        }

        /// The unit; empty where the place is none, or it is unknown.
        public String unit() {
            return ofUnit() ? place.split("-", 3)[2] : "";
        }

        public boolean ofRegion() {
            return place.startsWith(REGION);
        }

        public boolean ofUnit() {
            return place.startsWith(UNIT);
        }

        public boolean whole() {
            return place.equals(WHOLE);
        }
    }

    /// The share in time less that of the period before, with its interval.
    ///
    /// @param certain whether more than chance lies between them
    public record Difference(double value, double low, double high, boolean certain) {

        /// Empty where either has nobody with a limit.
        public static Optional<Difference> of(Share now, Share before) {
            return now.less(before, Counts.LEVEL)
                    .map(interval -> new Difference(
                            now.value().orElse(0) - before.value().orElse(0),
                            interval.lower(),
                            interval.upper(),
                            interval.lower() > 0 || interval.upper() < 0));
        }
    }

    /// Those who stand in a pathway, of the cancers that are expected, by where they live.
    ///
    /// @param cases empty where no forecast is given
    public record Included(String svf, String place, long included, OptionalDouble cases) {
        public String key() {
            return svf + "/" + place;
        }
    }

    /// How an indicator of the catalogue came out for the healthcare region.
    ///
    /// @param again whether it can be counted again; otherwise it was counted when the issue was drafted
    public record Indicated(String id, Share share, long unknown, boolean again) {}

    /// All diagnoses at a place.
    public List<Line> at(String place) {
        return figures.stream()
                .filter(one -> one.place().equals(place) && !one.svf().isEmpty())
                .toList();
    }

    /// All places of a diagnosis.
    public List<Line> of(String svf) {
        return figures.stream().filter(one -> one.svf().equals(svf)).toList();
    }

    /// One of them.
    public Optional<Line> line(String svf, String place) {
        return of(svf).stream().filter(one -> one.place().equals(place)).findFirst();
    }
}
