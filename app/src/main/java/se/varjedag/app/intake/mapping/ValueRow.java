package se.varjedag.app.intake.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.eventlog.Sentence;

/// One row of the mapping: such resources, with such codes, carry a clinical value of the overview.
///
/// @param at         where it is written, for those who look for it
/// @param kinds      resource types (`Observation`)
/// @param codes      one of these must be among its codes; empty asks for none
/// @param categories one of these must be among its categories; empty asks for none
/// @param kind       what the value is about
/// @param item       what the contents of the overview call it
/// @param dates      the elements that may give the day, the first that is there does
/// @param untils     the elements that may give the last day
/// @param measure    the unit that it is kept in; may be empty
/// @param units      units that it may come in, and what a number in each is multiplied by to be in `measure`
/// @param lowest     no number can be below; null where nothing is known
/// @param highest    no number can be above; null where nothing is known
/// @param whole      whether it is counted in whole numbers only
/// @param licence    whether others own what it is asked with: then it comes with the reference of a licence
public record ValueRow(
        String at,
        Set<String> kinds,
        List<CodePattern> codes,
        List<CodePattern> categories,
        Kind kind,
        String item,
        List<String> dates,
        List<String> untils,
        String measure,
        Map<String, Double> units,
        @Nullable Double lowest,
        @Nullable Double highest,
        boolean whole,
        boolean licence) {

    public ValueRow {
        kinds = Set.copyOf(kinds);
        codes = List.copyOf(codes);
        categories = List.copyOf(categories);
        dates = List.copyOf(dates);
        untils = List.copyOf(untils);
        units = Map.copyOf(units);
    }

    /// What a number in a unit is multiplied by; empty where the row does not know the unit. Where it names no units
    /// any
    /// will do, for the number is a score.
    public Optional<Double> factor(String unit) {
        return units.isEmpty() ? Optional.of(1.0) : Optional.ofNullable(units.get(unit));
    }

    /// Whether a number can be one of these.
    public boolean holds(double number) {
        return (lowest == null || number >= lowest) && (highest == null || number <= highest);
    }

    /// What who sent a number that cannot be is told.
    public Sentence outOfRange(double number) {
        return new Sentence(
                "%s cannot be: the value goes from %s to %s. Correct it where it was registered."
                        .formatted(plain(number), plain(lowest), plain(highest)),
                "%s kan det inte vara: värdet går från %s till %s. Rätta det där det registrerades."
                        .formatted(plain(number), plain(lowest), plain(highest)));
    }

    private static String plain(@Nullable Double number) {
        return number == null || !Double.isFinite(number)
                ? "…"
                : new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    boolean fits(List<Coding> itsCodes, List<Coding> itsCategories) {
        return CodePattern.anyOf(codes, itsCodes) && CodePattern.anyOf(categories, itsCategories);
    }

    /// Whether it would be left to chance which of two rows counts.
    boolean doubles(ValueRow other) {
        return kinds.stream().anyMatch(other.kinds::contains)
                && CodePattern.meet(codes, other.codes)
                && CodePattern.meet(categories, other.categories);
    }
}
