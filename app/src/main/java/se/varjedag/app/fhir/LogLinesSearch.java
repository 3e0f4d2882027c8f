package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogReach;
import se.varjedag.app.access.LogSearch;
import se.varjedag.app.access.Role;
import se.varjedag.app.reference.Units;
import se.varjedag.pathway.definition.Definitions;

/// Lines of the access log: who reviews it finds those within reach ([LogReach]), a patient who has seen her own
/// data.
@Component
class LogLinesSearch {
    static final String TYPE = "AuditEvent";
    static final Set<String> PARAMETERS = Set.of("_id", "date", "patient", "agent", "subtype", "outcome");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /// Nothing older is asked for; the law asks for five.
    private static final int YEARS = 10;

    private static final int AT_ONCE = 500;

    private final Entrance entrance;
    private final LogSearch log;
    private final PageLinks pages;
    private final Names names;
    private final Clock clock = Clock.systemUTC();

    LogLinesSearch(Entrance entrance, LogSearch log, PageLinks pages, Definitions definitions, Units units) {
        this.entrance = entrance;
        this.log = log;
        this.pages = pages;
        this.names = new Names(definitions, units::name);
    }

    ResponseEntity<byte[]> read(HttpServletRequest request, String id) {
        var acting = entrance.enter(request, TYPE, Scopes.Act.READ);
        var asked = Asked.of(request, TYPE, Set.of(), pages);
        var given = byId(acting, id).orElseThrow(() -> Problem.notThere(TYPE, id));
        var content = new Written(names, asked.base()).one(given, asked.form(), asked.pretty(), asked.summary());
        return Replies.resource(request, content, asked.form(), Optional.of(given.lastUpdated()));
    }

    ResponseEntity<byte[]> search(HttpServletRequest request) {
        var acting = entrance.enter(request, TYPE, Scopes.Act.SEARCH);
        var asked = Asked.of(request, TYPE, PARAMETERS, pages);
        if (own(acting) && asked.parameters().containsKey("agent")) {
            throw Problem.notUnderstood("Who has seen your data is told by unit and role, and not searched by name.");
        }
        var page = asked.values("_id")
                .map(ids -> page(
                        asked,
                        ids.stream().flatMap(id -> byId(acting, id).stream()).toList(),
                        false))
                .orElseGet(() -> found(acting, asked));
        var content = new Written(names, asked.base()).page(page, asked.form(), asked.pretty(), asked.summary());
        return Replies.page(content, asked.form());
    }

    private Optional<Given.OfLogLine> byId(Acting acting, String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id);
        return log
                .before(query(acting, Optional.empty(), Optional.empty(), "", Optional.empty(), false), number + 1, 1)
                .stream()
                .filter(line -> line.number() == number)
                .filter(line -> seen(acting, line))
                .findFirst()
                .map(line -> new Given.OfLogLine(line, own(acting)));
    }

    private Written.Page found(Acting acting, Asked asked) {
        var span = asked.parameters().containsKey("date")
                ? Optional.of(Span.within("date", asked.parameters().getOrDefault("date", List.of())))
                : Optional.<Span>empty();
        var patient = asked.one("patient").map(text -> text.substring(text.lastIndexOf('/') + 1));
        var person = patient.map(text -> PatientCharts.pseudonym(text).orElse(new UUID(0, 0)));
        var action = asked.one("subtype").map(LogLinesSearch::action);
        var query = query(acting, span, person, asked.one("agent").orElse(""), action, refused(asked));
        if (asked.countOnly()
                && !own(acting)
                && whole(span)
                && (refused(asked) || asked.one("outcome").isEmpty())) {
            return new Written.Page(List.of(), OptionalLong.of(log.count(query)), asked.self(), Optional.empty());
        }
        return read(acting, asked, query, span);
    }

    /// Reads backwards from the position until the page is full; lines that come meanwhile lie before it and change
    /// nothing.
    private Written.Page read(Acting acting, Asked asked, LogSearch.Query query, Optional<Span> span) {
        int most = asked.countOnly() ? Integer.MAX_VALUE : asked.count();
        var found = new ArrayList<Given>();
        long before = asked.position().map(Long::parseLong).orElse(Long.MAX_VALUE);
        while (true) {
            var lines = log.before(query, before, AT_ONCE);
            for (var line : lines) {
                if (!seen(acting, line)
                        || !span.map(one -> holds(one, line)).orElse(true)
                        || !allowedOnly(asked, line)) {
                    continue;
                }
                if (found.size() == most) {
                    return page(asked, found, true);
                }
                found.add(new Given.OfLogLine(line, own(acting)));
            }
            if (lines.size() < AT_ONCE) {
                return page(asked, found, false);
            }
            before = lines.getLast().number();
        }
    }

    private Written.Page page(Asked asked, List<? extends Given> found, boolean more) {
        if (asked.countOnly()) {
            return new Written.Page(List.of(), OptionalLong.of(found.size()), asked.self(), Optional.empty());
        }
        return new Written.Page(
                List.copyOf(found),
                !more && asked.position().isEmpty() ? OptionalLong.of(found.size()) : OptionalLong.empty(),
                asked.self(),
                more ? Optional.of(asked.page(pages.seal(asked, found.getLast().id()))) : Optional.empty());
    }

    private static boolean holds(Span span, LogSearch.Line line) {
        var at = line.entry().at();
        return !at.isBefore(span.from()) && at.isBefore(span.to());
    }

    /// Whether a stretch begins and ends with days, so that the database can count it.
    private static boolean whole(Optional<Span> span) {
        return span.map(one -> midnight(one.from()) && midnight(one.to())).orElse(true);
    }

    private static boolean midnight(Instant moment) {
        return moment.equals(Instant.MIN)
                || moment.equals(Instant.MAX)
                || moment.atZone(STOCKHOLM).toLocalTime().toSecondOfDay() == 0;
    }

    /// A patient's list is that of the page: who looked, and not her own looks.
    private static boolean seen(Acting acting, LogSearch.Line line) {
        return !own(acting) || (line.entry().allowed() && !line.entry().role().equals(Role.PATIENT.key()));
    }

    private static boolean own(Acting acting) {
        return acting.role() == Role.PATIENT;
    }

    private LogSearch.Query query(
            Acting acting,
            Optional<Span> span,
            Optional<UUID> person,
            String who,
            Optional<LogEntry.Action> action,
            boolean refusedOnly) {
        var today = LocalDate.now(clock.withZone(STOCKHOLM));
        var earliest = today.minusYears(YEARS);
        var first = span.filter(one -> one.from().isAfter(Instant.EPOCH))
                .map(Span::firstDay)
                .orElse(earliest);
        var last = span.filter(one -> one.to().isBefore(Instant.parse("2200-01-01T00:00:00Z")))
                .map(one -> one.to().isAfter(Instant.EPOCH) ? one.lastDay() : LocalDate.EPOCH)
                .orElse(today.plusDays(1));
        var place = acting.assignment().place();
        return new LogSearch.Query(
                own(acting) ? LogReach.EVERYTHING : log.reach(acting),
                first,
                last,
                who,
                own(acting) ? Optional.of(PatientCharts.pseudonym(place).orElse(new UUID(0, 0))) : person,
                action,
                refusedOnly);
    }

    private static LogEntry.Action action(String asked) {
        return LogEntry.Action.of(asked.substring(asked.indexOf('|') + 1))
                .orElseThrow(() ->
                        Problem.notUnderstood("subtype is the word of an action such as look, change or export."));
    }

    private static boolean refused(Asked asked) {
        return asked.one("outcome").filter("4"::equals).isPresent();
    }

    private static boolean allowedOnly(Asked asked, LogSearch.Line line) {
        return asked.one("outcome")
                .map(outcome -> {
                    if (!Set.of("0", "4").contains(outcome)) {
                        throw Problem.notUnderstood("outcome is 0 (let through) or 4 (refused).");
                    }
                    return outcome.equals("0") == line.entry().allowed();
                })
                .orElse(true);
    }
}
