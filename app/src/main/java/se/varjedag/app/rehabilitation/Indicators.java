package se.varjedag.app.rehabilitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varjedag.app.rehabilitation.Assessments.Assessment;
import se.varjedag.app.rehabilitation.Entry.What;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.figure.IndicatorTable.Group;
import se.varjedag.app.web.figure.IndicatorTable.Tally;
import se.varjedag.app.web.figure.Span;

/// Rehabilitation in figures over many: of the patients whose first treatment started in a period, at the unit where it
/// started.
@Component
public class Indicators {
    private final Timeline timeline;
    private final Programme programme;
    private final Entries entries;
    private final Assessments assessments;

    Indicators(Timeline timeline, Programme programme, Entries entries, Assessments assessments) {
        this.timeline = timeline;
        this.programme = programme;
        this.entries = entries;
        this.assessments = assessments;
    }

    private record Treated(UUID person, String unit, LocalDate start, LocalDate treated) {}

    /// Each unit with its patients: whether needs were assessed from the start of the pathway until they were due,
    /// whether a plan holds rehabilitation, whether a profession is involved, and whether minor children were
    /// offered support. Patients whose assessment is not due yet are left out.
    public List<Group> of(Span span, LocalDate today) {
        var treated = treated(span, today);
        var persons = treated.stream().map(Treated::person).distinct().toList();
        var days = assessments.of(persons).stream()
                .collect(Collectors.groupingBy(
                        Assessment::person, Collectors.mapping(Assessment::day, Collectors.toList())));
        var written = entries.of(persons);
        Map<String, Group> units = new HashMap<>();
        for (var one : treated) {
            var group = units.getOrDefault(one.unit(), new Group(one.unit(), 0, List.of()));
            units.put(
                    one.unit(),
                    group.plus(tallies(
                            one,
                            days.getOrDefault(one.person(), List.of()),
                            written.getOrDefault(one.person(), List.of()))));
        }
        return List.copyOf(units.values());
    }

    private List<Treated> treated(Span span, LocalDate today) {
        var traced = timeline.snapshot().pathways();
        var all = new ArrayList<Treated>();
        for (int at = 0; at < traced.size(); at++) {
            if (traced.treated(at)) {
                var day = LocalDate.ofEpochDay(traced.end(at));
                if (span.holds(day) && day.plusDays(programme.within()).isBefore(today)) {
                    all.add(new Treated(
                            UUID.fromString(traced.timelines().person(traced.person(at))),
                            traced.timelines().unitText(traced.endUnit(at)),
                            LocalDate.ofEpochDay(traced.start(at)),
                            day));
                }
            }
        }
        return all;
    }

    private List<Tally> tallies(Treated one, List<LocalDate> days, List<Entry> written) {
        var last = one.treated().plusDays(programme.within());
        boolean assessed = days.stream().anyMatch(day -> !day.isBefore(one.start()) && !day.isAfter(last));
        var since = written.stream()
                .filter(entry -> !entry.day().isBefore(one.start()))
                .toList();
        return List.of(
                Tally.of(assessed ? Entry.YES : Entry.NO),
                Tally.of(latest(since, What.PLAN)),
                Tally.of(profession(since)),
                children(since));
    }

    private static String latest(List<Entry> written, What what) {
        return written.stream()
                .filter(entry -> entry.what() == what)
                .map(Entry::answer)
                .findFirst()
                .orElse("");
    }

    /// Whether any profession is involved; unknown where nobody has said anything of any.
    private static String profession(List<Entry> written) {
        var latest = new HashMap<String, String>();
        written.stream()
                .filter(entry -> entry.what() == What.PROFESSION)
                .forEach(entry -> latest.putIfAbsent(entry.item(), entry.answer()));
        return latest.isEmpty() ? "" : latest.containsValue(Entry.YES) ? Entry.YES : Entry.NO;
    }

    /// Whether support was offered, of those who have minor children; who has none counts nowhere.
    private static Tally children(List<Entry> written) {
        return switch (latest(written, What.CHILDREN)) {
            case Entry.NO -> Tally.NONE;
            case Entry.YES -> Tally.of(latest(written, What.SUPPORT));
            default -> Tally.of("");
        };
    }
}
