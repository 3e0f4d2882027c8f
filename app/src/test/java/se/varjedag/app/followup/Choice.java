package se.varjedag.app.followup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One selection, which the command is asked for in options and a page in its address.
///
/// @param more what else is chosen, by the name that a page gives it
record Choice(YearMonth from, YearMonth to, Map<String, String> more) {

    static Choice of(String from, String to, Map<String, String> more) {
        return new Choice(YearMonth.parse(from), YearMonth.parse(to), more);
    }

    /// The options of the command.
    Map<String, String> asked(String by) {
        return asked(by, from, to);
    }

    /// The same of other months.
    Map<String, String> asked(String by, YearMonth first, YearMonth last) {
        var options = new LinkedHashMap<String, String>();
        options.put("by", by);
        options.put("from", first.atDay(1).toString());
        options.put("to", last.atEndOfMonth().toString());
        more.forEach((name, value) -> options.put(
                switch (name) {
                    case "countBy" -> "count-by";
                    case "asOf" -> "as-of";
                    case "knownAt" -> "known-at";
                    default -> name;
                },
                value));
        return options;
    }

    /// The address of a page with this choice and some that are the page's own.
    String at(String page, Map<String, String> own) {
        var all = new TreeMap<>(more);
        all.put("from", from.toString());
        all.put("to", to.toString());
        all.putAll(own);
        return page
                + all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /// The same with one thing chosen more.
    Choice with(String name, String value) {
        var other = new LinkedHashMap<>(more);
        other.put(name, value);
        return new Choice(from, to, other);
    }

    /// Whether something is chosen.
    boolean has(String name) {
        return more.containsKey(name);
    }

    @Override
    public String toString() {
        return from + ".." + to + " " + new TreeMap<>(more);
    }
}
