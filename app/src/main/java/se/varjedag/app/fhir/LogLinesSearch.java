package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import se.varjedag.app.reference.Sweden;

/// Lines of the access log: who reviews it finds those within reach ([LogReach]), a patient who has seen her own
/// data.
@Component
class LogLinesSearch {
    static final String TYPE = "AuditEvent";
    static final Set<String> PARAMETERS = Set.of("_id", "date", "patient", "agent", "subtype", "outcome");

    /// Nothing older is asked for; the law asks for five.
    private static final int YEARS = 10;

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final Entrance entrance;
    private final LogSearch log;
    private final PageLinks pages;
    private final Replies replies;
    private final Clock clock = Clock.systemUTC();

    LogLinesSearch(Entrance entrance, LogSearch log, PageLinks pages, Replies replies) {
        this.entrance = entrance;
        this.log = log;
        this.pages = pages;
        this.replies = replies;
    }

    ResponseEntity<byte[]> read(HttpServletRequest request, String id) {
        var acting = entrance.enter(request, TYPE, Scopes.Act.READ);
        var asked = Asked.of(request, TYPE, Set.of(), pages);
        var given = byId(acting, id).orElseThrow(() -> Problem.notThere(TYPE, id));
        return replies.one(request, asked, given);
    }

    ResponseEntity<byte[]> search(HttpServletRequest request) {
        var acting = entrance.enter(request, TYPE, Scopes.Act.SEARCH);
        var asked = Asked.of(request, TYPE, PARAMETERS, pages);
        if (own(acting) && asked.parameters().containsKey("agent")) {
            throw Problem.notUnderstood("Who has seen your data is told by unit and role, and not searched by name.");
        }
        return replies.page(asked, found(acting, asked));
    }

    private Optional<Given.OfLogLine> byId(Acting acting, String id) {
        var everything = query(acting, Optional.empty(), Optional.empty(), "", Optional.empty());
        return line(everything, narrowing(acting, Optional.empty(), Optional.empty()), id)
                .map(line -> new Given.OfLogLine(line, own(acting)));
    }

    /// The line with this number, when it is among those that are looked for.
    private Optional<LogSearch.Line> line(LogSearch.Query query, LogSearch.Narrowing narrowing, String id) {
        if (!id.matches("[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id);
        return log.before(query, narrowing, number + 1, 1).stream()
                .filter(line -> line.number() == number)
                .findFirst();
    }

    private Written.Page found(Acting acting, Asked asked) {
        var span = asked.parameters().containsKey("date")
                ? Optional.of(Span.within("date", asked.parameters().getOrDefault("date", List.of())))
                : Optional.<Span>empty();
        var patient = asked.one("patient").map(text -> text.substring(text.lastIndexOf('/') + 1));
        var person = patient.map(text -> PatientCharts.pseudonym(text).orElse(new UUID(0, 0)));
        var action = asked.one("subtype").map(LogLinesSearch::action);
        var query = query(acting, span, person, asked.one("agent").orElse(""), action);
        var allowed = asked.one("outcome").map(LogLinesSearch::allowed);
        var narrowing = narrowing(acting, span, allowed);
        // A patient is told of who was let through, so among the refused there is nothing for her.
        var ids = own(acting) && !allowed.orElse(true) ? Optional.of(List.<String>of()) : asked.values("_id");
        if (ids.isPresent()) {
            return numbered(acting, asked, query, narrowing, ids.get());
        }
        if (asked.countOnly()) {
            return count(asked, log.count(query, narrowing));
        }
        // Backwards from the position: lines that come meanwhile lie before it and change nothing.
        long before = asked.position().map(Long::parseLong).orElse(Long.MAX_VALUE);
        var lines = log.before(query, narrowing, before, asked.count() + 1);
        var shown = lines.subList(0, Math.min(asked.count(), lines.size()));
        boolean more = lines.size() > shown.size();
        return new Written.Page(
                given(acting, shown),
                !more && asked.position().isEmpty() ? OptionalLong.of(shown.size()) : OptionalLong.empty(),
                asked.self(),
                more
                        ? Optional.of(asked.page(
                                pages.seal(asked, Long.toString(shown.getLast().number()))))
                        : Optional.empty());
    }

    /// Those of some numbered lines that are looked for: all on one page.
    private Written.Page numbered(
            Acting acting, Asked asked, LogSearch.Query query, LogSearch.Narrowing narrowing, List<String> ids) {
        var lines = ids.stream()
                .distinct()
                .flatMap(id -> line(query, narrowing, id).stream())
                .toList();
        return asked.countOnly()
                ? count(asked, lines.size())
                : new Written.Page(given(acting, lines), OptionalLong.of(lines.size()), asked.self(), Optional.empty());
    }

    private static List<Given> given(Acting acting, List<LogSearch.Line> lines) {
        return lines.stream()
                .map(line -> (Given) new Given.OfLogLine(line, own(acting)))
                .toList();
    }

    private static Written.Page count(Asked asked, long many) {
        return new Written.Page(List.of(), OptionalLong.of(many), asked.self(), Optional.empty());
    }

    /// A patient's list is that of the page: who looked, and not her own looks.
    private static LogSearch.Narrowing narrowing(Acting acting, Optional<Span> span, Optional<Boolean> allowed) {
        return new LogSearch.Narrowing(
                span.map(Span::from).filter(from -> from.isAfter(Instant.EPOCH)),
                span.map(Span::to)
                        .filter(to -> to.isBefore(LAST))
                        .map(to -> to.isAfter(Instant.EPOCH) ? to : Instant.EPOCH),
                own(acting) ? Optional.of(true) : allowed,
                own(acting) ? Optional.of(Role.PATIENT) : Optional.empty());
    }

    /// Of a patient who asks, herself; of one who asks for another, nobody.
    private static UUID herself(String place, Optional<UUID> asked) {
        return PatientCharts.pseudonym(place)
                .filter(her -> asked.isEmpty() || asked.get().equals(her))
                .orElse(new UUID(0, 0));
    }

    private static boolean own(Acting acting) {
        return acting.role() == Role.PATIENT;
    }

    private LogSearch.Query query(
            Acting acting, Optional<Span> span, Optional<UUID> person, String who, Optional<LogEntry.Action> action) {
        var today = LocalDate.now(clock.withZone(Sweden.TIME));
        var earliest = today.minusYears(YEARS);
        var first = span.filter(one -> one.from().isAfter(Instant.EPOCH))
                .map(Span::firstDay)
                .orElse(earliest);
        var last = span.filter(one -> one.to().isBefore(LAST))
                .map(one -> one.to().isAfter(Instant.EPOCH) ? one.lastDay() : LocalDate.EPOCH)
                .orElse(today.plusDays(1));
        var place = acting.assignment().place();
        return new LogSearch.Query(
                own(acting) ? LogReach.EVERYTHING : log.reach(acting),
                first,
                last,
                who,
                own(acting) ? Optional.of(herself(place, person)) : person,
                action,
                false);
    }

    private static LogEntry.Action action(String asked) {
        return LogEntry.Action.of(asked.substring(asked.indexOf('|') + 1))
                .orElseThrow(() ->
                        Problem.notUnderstood("subtype is the word of an action such as look, change or export."));
    }

    private static boolean allowed(String outcome) {
        return switch (outcome) {
            case "0" -> true;
            case "4" -> false;
            default -> throw Problem.notUnderstood("outcome is 0 (let through) or 4 (refused).");
        };
    }
}
