package se.varjedag.app.followup.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.web.Given;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// What a page is about: which pathway, where, when, counted how, and as known on which day.
///
/// @param svf     the one pathway, or all
/// @param region  the one region, or the whole country
/// @param from    the first month
/// @param to      the last month
/// @param asOf    the day the waiting are counted to, where it is not the latest
/// @param knownAt the moment whose knowledge is asked for, where it is not now
/// @param narrowing what else it is narrowed to and divided by; nothing outside Följ upp
/// @param given   what the reader has chosen, to be carried along in links
public record Selection(
        Optional<String> svf,
        Optional<String> region,
        YearMonth from,
        YearMonth to,
        CountBy countBy,
        Optional<LocalDate> asOf,
        Optional<Instant> knownAt,
        Narrowing narrowing,
        Map<String, String> given) {

    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;
    private static final List<String> WHEN = List.of("from", "to", "countBy", "asOf", "knownAt");
    private static final List<String> NAMES = List.of("svf", "region", "from", "to", "countBy", "asOf", "knownAt");

    public Selection {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /// The day that a reader asks for, before there is a basis to read the rest against.
    static Optional<LocalDate> asOf(Map<String, String> parameters) {
        var text = parameters.getOrDefault("asOf", "");
        return text.isBlank() ? Optional.empty() : Optional.of(day("asOf", text));
    }

    private static LocalDate day(String name, String text) {
        return Given.day(text)
                .filter(day -> day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR)
                .orElseThrow(() -> unclear(name, text));
    }

    /// The moment that a reader asks for: the local time of a form, or the instant that the interface for programs
    /// gives.
    static Optional<Instant> knownAt(Map<String, String> parameters) {
        var text = parameters.getOrDefault("knownAt", "");
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            var moment = text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(Sweden.TIME).toInstant();
            int year = moment.atZone(Sweden.TIME).getYear();
            if (year > EARLIEST_YEAR && year <= LATEST_YEAR) {
                return Optional.of(moment);
            }
        } catch (DateTimeException _) {
            // Said below, as for a moment of no such year.
        }
        throw unclear("knownAt", text);
    }

    /// Reads the reader's choice; what is not chosen is the usual: everything, the whole country, the last full
    /// month and the eleven before it, by date of end.
    static Selection read(Map<String, String> parameters, Basis basis) {
        return read(given(parameters, NAMES), Narrowing.NONE, basis);
    }

    /// The same on a page under Följ upp, where it may be narrowed further.
    ///
    /// @param own the names of the page's own choices, which stand in the links to it and to its files and are not
    ///     carried to other pages
    public static Selection read(Map<String, String> parameters, Basis basis, List<String> own) {
        var names = new ArrayList<>(shared());
        names.addAll(own);
        var given = given(parameters, names);
        return read(given, Narrowing.read(given, basis.definitions()), basis);
    }

    private static List<String> shared() {
        var names = new ArrayList<>(NAMES);
        names.addAll(Narrowing.names());
        return names;
    }

    private static Map<String, String> given(Map<String, String> parameters, List<String> names) {
        var given = new LinkedHashMap<String, String>();
        names.forEach(name -> {
            var value = parameters.getOrDefault(name, "");
            if (!value.isBlank()) {
                given.put(name, value);
            }
        });
        return given;
    }

    private static Selection read(Map<String, String> given, Narrowing narrowing, Basis basis) {
        var svf = Optional.ofNullable(given.get("svf"));
        svf.ifPresent(id -> known(basis.definitions(), id));
        var region = Optional.ofNullable(given.get("region"));
        region.ifPresent(code -> {
            if (Regions.byCode(code).isEmpty()) {
                throw unclear("region", code);
            }
        });
        var to = month(given, "to", lastFullMonth(basis.asOf()));
        var from = month(given, "from", to.minusMonths(11));
        if (from.isAfter(to)) {
            from = to;
        }
        var countBy = Optional.ofNullable(given.get("countBy"))
                .map(key -> CountBy.ofKey(key).orElseThrow(() -> unclear("countBy", key)))
                .orElse(CountBy.END);
        return new Selection(svf, region, from, to, countBy, asOf(given), knownAt(given), narrowing, given);
    }

    /// The last month of which every day has passed.
    public static YearMonth lastFullMonth(LocalDate asOf) {
        var month = YearMonth.from(asOf);
        return asOf.equals(month.atEndOfMonth()) ? month : month.minusMonths(1);
    }

    /// The same selection of one pathway.
    Selection of(String id) {
        return new Selection(Optional.of(id), region, from, to, countBy, asOf, knownAt, narrowing, given);
    }

    /// The question of these months.
    public Question.Builder question(YearMonth first, YearMonth last) {
        return everywhere(first, last, true);
    }

    /// The question of the chosen months.
    public Question.Builder question() {
        return question(from, to);
    }

    /// The same, over all regions: what regions are compared by.
    public Question.Builder everyRegion(YearMonth first, YearMonth last) {
        return everywhere(first, last, false);
    }

    private Question.Builder everywhere(YearMonth first, YearMonth last, boolean onlyRegion) {
        var question =
                Question.leadTime().period(first.atDay(1), last.atEndOfMonth()).countBy(countBy);
        svf.ifPresent(id -> question.only(GroupKey.SVF, id));
        if (onlyRegion) {
            region.ifPresent(code -> question.only(GroupKey.REGION, code));
        }
        narrowing.narrow(question);
        return question;
    }

    /// The first month that was asked for, where it lies after the last: then only the last is counted.
    Optional<YearMonth> moved() {
        return ownMonth("from").filter(to::isBefore);
    }

    /// The same months and way of counting, of everybody and the whole country, as the end of an address.
    ///
    /// @param also what else is kept, by name
    public String widened(List<String> also) {
        var rest = new LinkedHashMap<>(given);
        rest.keySet().removeIf(name -> !WHEN.contains(name) && !also.contains(name));
        return query(rest);
    }

    /// A choice that is the page's own.
    public Optional<String> own(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /// The same where it is a month.
    public Optional<YearMonth> ownMonth(String name) {
        return own(name).map(text -> month(name, text));
    }

    /// The same where it is a day.
    public Optional<LocalDate> ownDay(String name) {
        return own(name).map(text -> day(name, text));
    }

    /// The choice as the end of an address; empty when nothing was chosen.
    public String query() {
        return query(given);
    }

    /// The carried part of what a request says, before it is known whether it can be understood.
    static String carried(Map<String, String> parameters) {
        return query(given(parameters, shared()));
    }

    /// The choice without some of it, as the end of an address with a choice more.
    public String without(List<String> names, String name, String value) {
        var rest = new LinkedHashMap<>(given);
        rest.keySet().removeAll(names);
        rest.put(name, value);
        return query(rest);
    }

    /// The same with one more choice; an empty value takes it away.
    public String with(String name, String value) {
        var more = new LinkedHashMap<>(given);
        more.put(name, value);
        return query(more);
    }

    /// The same with some more choices; an empty value takes one away.
    public String with(Map<String, String> changes) {
        var more = new LinkedHashMap<>(given);
        more.putAll(changes);
        return query(more);
    }

    private static String query(Map<String, String> given) {
        var parts = new ArrayList<String>();
        given.forEach((name, value) -> {
            if (!value.isEmpty()) {
                parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void known(Definitions definitions, String id) {
        if (definitions.byId(id).isEmpty()) {
            throw unclear("svf", id);
        }
    }

    private static YearMonth month(Map<String, String> given, String name, YearMonth usual) {
        var text = given.get(name);
        return text == null ? usual : month(name, text);
    }

    private static YearMonth month(String name, String text) {
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() >= EARLIEST_YEAR && month.getYear() <= LATEST_YEAR) {
                return month;
            }
        } catch (DateTimeParseException _) {
            // Said below, as for a month of no such year.
        }
        throw unclear(name, text);
    }

    /// What to answer when a choice cannot be understood.
    public static ResponseStatusException unclear(String name, String value) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "Unclear " + name + ": " + value);
    }
}
