package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FilterValues;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.followup.Generation;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// Figures as reports: the groups of an answer, by the same question and the same answer as pages, command and API.
@Component
class FiguresSearch {
    static final String MEASURE = "Measure";
    static final String REPORT = "MeasureReport";

    /// What the groups of a report can be narrowed by: the same keys tell them apart.
    private static final Map<String, GroupKey> FILTERS = filters();

    private static final Set<String> OTHERS = Set.of("_id", "measure", "period", "by", "countBy", "minCount");

    private final Entrance entrance;
    private final FollowUp followUp;
    private final PageLinks pages;
    private final Names names;
    private final Replies replies;

    FiguresSearch(Entrance entrance, FollowUp followUp, PageLinks pages, Names names, Replies replies) {
        this.replies = replies;
        this.entrance = entrance;
        this.followUp = followUp;
        this.pages = pages;
        this.names = names;
    }

    private static Map<String, GroupKey> filters() {
        var filters = new LinkedHashMap<String, GroupKey>();
        for (var key : ReportId.KEYS) {
            filters.put(key.key(), key);
        }
        return Map.copyOf(filters);
    }

    /// What reports are searched by.
    static Set<String> parameters() {
        var all = new TreeSet<>(OTHERS);
        all.addAll(FILTERS.keySet());
        return all;
    }

    ResponseEntity<byte[]> measure(HttpServletRequest request, String id) {
        entrance.enter(request, MEASURE, Scopes.Act.READ);
        var asked = Asked.of(request, MEASURE, Set.of(), pages);
        var measure = PointPair.of(id).orElseThrow(() -> Problem.notThere(MEASURE, id));
        return replies.one(
                request, asked, new Given.OfMeasure(measure, followUp.current().knownAt()));
    }

    ResponseEntity<byte[]> measures(HttpServletRequest request) {
        entrance.enter(request, MEASURE, Scopes.Act.SEARCH);
        var asked = Asked.of(request, MEASURE, Set.of("_id"), pages);
        var ids = asked.values("_id");
        var knownAt = followUp.current().knownAt();
        var all = PointPair.all(names.definitions()).stream()
                .filter(measure -> ids.map(some -> some.contains(measure.id())).orElse(true))
                .map(measure -> (Given) new Given.OfMeasure(measure, knownAt))
                .toList();
        return page(asked, all, Optional.empty());
    }

    ResponseEntity<byte[]> report(HttpServletRequest request, String id) {
        entrance.enter(request, REPORT, Scopes.Act.READ);
        var asked = Asked.of(request, REPORT, Set.of(), pages);
        entrance.requireReady();
        var report = reports(followUp.current(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notThere(REPORT, id));
        return replies.one(request, asked, report);
    }

    ResponseEntity<byte[]> reports(HttpServletRequest request) {
        entrance.enter(request, REPORT, Scopes.Act.SEARCH);
        var asked = Asked.of(request, REPORT, parameters(), pages);
        entrance.requireReady();
        var current = followUp.current();
        var ids = asked.values("_id");
        var all = ids.isPresent()
                ? reports(current, ids.get()).stream()
                        .filter(report -> fits(report, asked, current))
                        .toList()
                : reports(current, asked);
        return page(asked, all, Optional.of(current.change()));
    }

    /// A page of what was found. Pages belong together while what they rest on is the same.
    ///
    /// @param change the change of the log that the figures rest on; empty where they rest on none
    private ResponseEntity<byte[]> page(Asked asked, List<? extends Given> all, Optional<Long> change) {
        int from = 0;
        if (asked.position().isPresent()) {
            var parts = asked.position().get().split(" ", 2);
            if (change.isPresent() && !parts[1].equals(change.get().toString())) {
                throw Problem.gone(
                        "New data have come in since the first page, so its figures and these do not belong together. Ask the search again.");
            }
            from = Math.min(Integer.parseInt(parts[0]), all.size());
        }
        int to = asked.countOnly() ? from : Math.min(all.size(), from + asked.count());
        Optional<String> next = to < all.size() && !asked.countOnly()
                ? Optional.of(asked.page(
                        pages.seal(asked, to + " " + change.map(String::valueOf).orElse(""))))
                : Optional.empty();
        return replies.page(
                asked,
                new Written.Page(List.copyOf(all.subList(from, to)), OptionalLong.of(all.size()), asked.self(), next));
    }

    /// The reports with these ids: each id tells the question, and which of its groups.
    private List<Given.OfReport> reports(Generation current, List<String> ids) {
        var found = new ArrayList<Given.OfReport>();
        for (var id : ids) {
            ReportId.of(id)
                    .ifPresent(known -> answered(current, known.question()).stream()
                            .filter(report -> report.id().equals(id))
                            .forEach(found::add));
        }
        return found;
    }

    /// Whether a report that was named by its id is what else was asked for too.
    private static boolean fits(Given.OfReport report, Asked asked, Generation current) {
        var asking = report.asking();
        var wanted = wanted(asked, current);
        return (!asked.parameters().containsKey("measure") || measure(asked).equals(asking.measure()))
                && (!asked.parameters().containsKey("countBy") || countBy(asked) == asking.countBy())
                && (!asked.parameters().containsKey("by")
                        || by(asked, wanted.keySet()).equals(asking.by()))
                && days(asked)
                        .map(days -> days.firstDay().equals(asking.from())
                                && days.lastDay().equals(asking.to()))
                        .orElse(true)
                && isAmong(report, wanted, least(asked));
    }

    private List<Given.OfReport> reports(Generation current, Asked asked) {
        var wanted = wanted(asked, current);
        var by = by(asked, wanted.keySet());
        var days = days(asked)
                .orElseGet(() -> Span.days(
                        current.asOf().withDayOfYear(1),
                        current.asOf().withDayOfYear(current.asOf().lengthOfYear())));
        var question = new ReportId.Asking(
                measure(asked), period(days.firstDay()), period(days.lastDay()), countBy(asked), by);
        int least = least(asked);
        return answered(current, question).stream()
                .filter(report -> isAmong(report, wanted, least))
                .toList();
    }

    /// What the reports are narrowed by.
    private static Map<GroupKey, List<String>> wanted(Asked asked, Generation current) {
        var wanted = new LinkedHashMap<GroupKey, List<String>>();
        for (var filter : FILTERS.entrySet()) {
            asked.values(filter.getKey()).ifPresent(values -> {
                check(filter.getKey(), filter.getValue(), values, current.definitions());
                wanted.put(filter.getValue(), values);
            });
        }
        return wanted;
    }

    private static boolean isAmong(Given.OfReport report, Map<GroupKey, List<String>> wanted, int least) {
        return report.everybody() >= least
                && wanted.entrySet().stream()
                        .allMatch(one -> one.getValue().contains(report.keys().getOrDefault(one.getKey(), "")));
    }

    /// The period that was asked for; empty where none was.
    private static Optional<Span> days(Asked asked) {
        if (!asked.parameters().containsKey("period")) {
            return Optional.empty();
        }
        var days = Span.within("period", asked.parameters().getOrDefault("period", List.of()));
        if (days.from().equals(Instant.MIN) || days.to().equals(Instant.MAX)) {
            throw Problem.notUnderstood(
                    "A report has a first and a last day: period=2024, period=2024-03, or period=ge2024-01-01&period=le2024-06-30.");
        }
        return Optional.of(days);
    }

    private static LocalDate period(LocalDate day) {
        if (day.isBefore(LocalDate.EPOCH) || day.getYear() > 2199) {
            throw Problem.notUnderstood("A period lies between 1970 and 2199.");
        }
        return day;
    }

    private static void check(String name, GroupKey key, List<String> values, Definitions definitions) {
        FilterValues.of(key, definitions).ifPresent(allowed -> {
            for (var value : values) {
                if (!value.isEmpty() && !allowed.contains(value)) {
                    throw Problem.notUnderstood("%s has no value '%s'. Choose from %s."
                            .formatted(
                                    name,
                                    value.substring(0, Math.min(40, value.length())),
                                    String.join(", ", allowed)));
                }
            }
        });
    }

    /// What the reports are grouped by: what was asked for, and what they are narrowed by, so that each report is the
    /// whole of its group.
    private static List<GroupKey> by(Asked asked, Set<GroupKey> narrowed) {
        var by = new ArrayList<GroupKey>();
        try {
            by.addAll(GroupKey.list(asked.one("by").orElse(narrowed.isEmpty() ? "svf" : "")));
        } catch (IllegalArgumentException e) {
            throw Problem.notUnderstood(String.valueOf(e.getMessage()));
        }
        ReportId.KEYS.stream()
                .filter(key -> narrowed.contains(key) && !by.contains(key))
                .forEach(by::add);
        if (by.size() > ReportId.MOST
                || !ReportId.KEYS.containsAll(by)
                || by.size() != Set.copyOf(by).size()) {
            throw Problem.notUnderstood("Reports are grouped, and narrowed, by at most %d of %s."
                    .formatted(
                            ReportId.MOST,
                            String.join(
                                    ", ",
                                    ReportId.KEYS.stream().map(GroupKey::key).toList())));
        }
        return List.copyOf(by);
    }

    private static PointPair measure(Asked asked) {
        var text = asked.one("measure").orElse(PointPair.WHOLE);
        return PointPair.of(text.substring(text.lastIndexOf('/') + 1))
                .orElseThrow(
                        () -> Problem.notUnderstood(
                                "There is no such measure. Write measure=suspicion..treatment, or another of those under Measure."));
    }

    private static CountBy countBy(Asked asked) {
        return CountBy.ofKey(asked.one("countBy").orElse("end"))
                .orElseThrow(() -> Problem.notUnderstood("countBy is 'end' or 'start'."));
    }

    private static int least(Asked asked) {
        var text = asked.one("minCount").orElse("1");
        if (!text.matches("\\d{1,9}")) {
            throw Problem.notUnderstood("minCount is a whole number from 0 up.");
        }
        return Integer.parseInt(text);
    }

    private List<Given.OfReport> answered(Generation current, ReportId.Asking asking) {
        Question question = asking.question();
        Answer answer = followUp.answer(current, question, Optional.empty(), Optional.empty());
        var columns = answer.columns();
        var reports = new ArrayList<Given.OfReport>();
        for (Group group : answer.groups()) {
            var cells = answer.cells(group);
            var keys = new LinkedHashMap<GroupKey, String>();
            var figures = new LinkedHashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                if (i < asking.by().size()) {
                    keys.put(asking.by().get(i), cells.get(i));
                } else {
                    figures.put(columns.get(i), cells.get(i));
                }
            }
            reports.add(new Given.OfReport(
                    asking, keys, figures, group.everybody(), current.knownAt(), current.simulated()));
        }
        return reports;
    }
}
