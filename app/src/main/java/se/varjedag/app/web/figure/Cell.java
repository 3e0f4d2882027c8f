package se.varjedag.app.web.figure;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import se.varjedag.app.web.Formats;

/// One value in a table, still a value: the page rounds it, the files carry it whole.
public sealed interface Cell {

    /// Words, such as the name of a region.
    record Words(String text) implements Cell {}

    /// A number with so many decimals on the page.
    record Amount(double value, int decimals) implements Cell {}

    /// A share from 0 to 1, shown as per cent.
    record Share(double value, int decimals) implements Cell {}

    /// What is not known or does not apply, in words on the page and empty in the files.
    record Missing(String words) implements Cell {}

    /// Words.
    static Cell of(String text) {
        return new Words(text);
    }

    /// A whole number.
    static Cell of(long number) {
        return new Amount(number, 0);
    }

    /// A whole number or a dash.
    static Cell of(OptionalLong number) {
        return number.isPresent() ? of(number.getAsLong()) : new Missing(Formats.NONE);
    }

    /// A number with decimals, or a dash.
    static Cell of(OptionalDouble number, int decimals) {
        return number.isPresent() ? new Amount(number.getAsDouble(), decimals) : new Missing(Formats.NONE);
    }

    /// A share, or a dash.
    static Cell share(OptionalDouble share, int decimals) {
        return share.isPresent() ? new Share(share.getAsDouble(), decimals) : new Missing(Formats.NONE);
    }

    /// As the page shows it.
    default String shown(Formats formats) {
        return switch (this) {
            case Words(var text) -> text;
            case Amount(var value, var decimals) -> formats.decimal(value, decimals);
            case Share(var value, var decimals) -> formats.percent(value, decimals);
            case Missing(var words) -> words;
        };
    }

    /// As a file carries it: plain, with a point, shares from 0 to 1.
    default String plain() {
        return switch (this) {
            case Words(var text) -> text;
            case Amount(var value, var _) -> plain(value);
            case Share(var value, var _) -> plain(value);
            case Missing _ -> "";
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(Double.toString(value)).toPlainString();
    }
}
