package se.varjedag.app.results;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes JSON in one way only, so that the same figures are the same bytes: names sorted, numbers plain and
/// without zeros at the end, no spaces, one LF last.
public final class Canonical {
    private static final int FIRST_PRINTED = 0x20;

    private Canonical() {}

    /// The text of maps, lists, texts, numbers, truths and nulls.
    public static String write(Object value) {
        var text = new StringBuilder();
        put(value, text);
        return text.append('\n').toString();
    }

    /// A number as it is written.
    static String number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            var decimal = new BigDecimal(Double.toString(number.doubleValue())).stripTrailingZeros();
            return decimal.signum() == 0 ? "0" : decimal.toPlainString();
        }
        return number.toString();
    }

    private static void put(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Map<?, ?> map -> map(map, text);
            case List<?> list -> list(list, text);
            case Number number -> text.append(number(number));
            case Boolean truth -> text.append(truth);
            default -> quoted(value.toString(), text);
        }
    }

    private static void map(Map<?, ?> map, StringBuilder text) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        text.append('{');
        for (Iterator<Map.Entry<String, @Nullable Object>> all =
                        sorted.entrySet().iterator();
                all.hasNext(); ) {
            var one = all.next();
            quoted(one.getKey(), text);
            text.append(':');
            put(one.getValue(), text);
            text.append(all.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private static void list(List<?> list, StringBuilder text) {
        text.append('[');
        var separator = "";
        for (var one : list) {
            text.append(separator);
            put(one, text);
            separator = ",";
        }
        text.append(']');
    }

    private static void quoted(String words, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTED) {
                text.append("\\u%04x".formatted((int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
