package se.varjedag.app.web.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A horizontal bar inside a table cell. Its lengths are attributes, never styles.
///
/// @param label what a reader who cannot see it is told
/// @param fill  colour, as a token
/// @param from  where the interval line starts; null without an interval
/// @param goal  where the dashed goal stands; null without a goal
public record Bar(
        String label,
        String width,
        String fill,
        @Nullable String from,
        @Nullable String to,
        @Nullable String goal) {

    /// A plain bar of a value on a scale.
    public static Bar of(double value, double scale, String fill, String label) {
        return new Bar(label, length(value, scale), fill, null, null, null);
    }

    /// A share with its interval and the goal, all from 0 to 1.
    public static Bar share(double share, double low, double high, double goal, String fill, String label) {
        return new Bar(
                label, length(share, 1), fill, length(low, 1), length(high, 1), goal < 0 ? null : length(goal, 1));
    }

    /// A length as per cent of the scale, kept inside it.
    public static String length(double value, double scale) {
        var share = scale <= 0 ? 0 : Math.clamp(value / scale, 0.0, 1.0);
        return BigDecimal.valueOf(100 * share)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }
}
