package se.varjedag.app.careplan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import se.varjedag.app.careplan.PlanStructure.Words;

/// Something that a patient may measure at home.
///
/// @param unit     as she reads it
/// @param scale    what the ends of a scale mean; empty words where it is none
/// @param measured the unit of its clinical values; empty for none
/// @param decimals how many are kept and shown
/// @param parts    the numbers of one measuring: two of a blood pressure
public record HomeMeasure(
        String code, Words name, Words unit, Words scale, String measured, int decimals, List<Part> parts) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,7}([.,]\\d{1,4})?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(\\D|$))");
    private static final int TEN = 10;

    public HomeMeasure {
        parts = List.copyOf(parts);
    }

    /// One number of it.
    ///
    /// @param item   what it is called among clinical values
    /// @param name   empty words where there is one number only
    /// @param lowest the lowest that can be written
    /// @param from   the lowest that she is not asked about
    /// @param apart  by how large a share it may differ from what she measured last before she is asked; 0 for any
    public record Part(String item, Words name, double lowest, double highest, double from, double to, double apart) {
        public Part {
            if (!(lowest <= from && from < to && to <= highest)) {
                throw new IllegalArgumentException("The ranges of " + item + " are not one within the other");
            }
        }

        /// Whether a number can be written at all.
        public boolean canBe(double number) {
            return number >= lowest && number <= highest;
        }

        /// Whether a number is so usual that she need not be asked whether it is right.
        public boolean isLikely(double number) {
            return number >= from && number <= to;
        }

        /// Whether a number is near what she measured last.
        public boolean isNear(double number, double last) {
            return apart <= 0 || Math.abs(number - last) <= apart * Math.abs(last);
        }
    }

    /// The number that was typed, with a comma or a point, rounded to the decimals that are kept; empty where it is
    /// none. In what is counted in whole numbers a comma or a point stands before three digits, between thousands.
    public OptionalDouble read(String typed) {
        var written = typed.replaceAll("[\\s\u00a0\u202f]", "").replace('\u2212', '-');
        if (decimals == 0) {
            written = THOUSANDS.matcher(written).replaceAll("");
            if (written.contains(",") || written.contains(".")) {
                return OptionalDouble.empty();
            }
        }
        if (!NUMBER.matcher(written).matches()) {
            return OptionalDouble.empty();
        }
        double all = Math.pow(TEN, decimals);
        return OptionalDouble.of(Math.round(Double.parseDouble(written.replace(',', '.')) * all) / all);
    }

    /// Whether none of the numbers is so unusual that she is asked whether it is right.
    ///
    /// @param last what she measured last; none where she has not
    public boolean isLikely(List<Double> numbers, List<Double> last) {
        for (int at = 0; at < parts.size(); at++) {
            var part = parts.get(at);
            boolean near = at >= last.size() || part.isNear(numbers.get(at), last.get(at));
            if (!near || !part.isLikely(numbers.get(at))) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is a scale whose ends are told.
    public boolean isScale() {
        return !scale.sv().isEmpty();
    }
}
