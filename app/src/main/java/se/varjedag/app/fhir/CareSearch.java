package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Permission;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.patients.Errand;

/// Finds what tells of one patient or of several: whose charts are opened, and which of their resources are meant.
@Component
class CareSearch {
    /// So many charts are opened for one page: each of them is a look in the log.
    private static final int OPENED = 200;

    private static final Pattern REFERENCE = Pattern.compile("(?:.*/)?Patient/([^/]+)");

    private final Entrance entrance;
    private final PatientCharts charts;
    private final Imports imports;
    private final PageLinks pages;
    private final Replies replies;

    CareSearch(Entrance entrance, PatientCharts charts, Imports imports, PageLinks pages, Replies replies) {
        this.imports = imports;
        this.entrance = entrance;
        this.charts = charts;
        this.pages = pages;
        this.replies = replies;
    }

    /// One resource.
    ResponseEntity<byte[]> read(HttpServletRequest request, CareKind kind, String id) {
        var acting = entrance.enter(request, kind.type(), Scopes.Act.READ);
        var asked = Asked.of(request, kind.type(), Set.of(), pages);
        var given = personOf(kind, id)
                .flatMap(person -> charts.open(acting, person, Entrance.errand(request)))
                .flatMap(chart -> kind.of(chart, runs(acting)).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> Problem.notThere(kind.type(), id));
        return replies.one(request, asked, given);
    }

    /// A page of a search.
    ResponseEntity<byte[]> search(HttpServletRequest request, CareKind kind) {
        var acting = entrance.enter(request, kind.type(), Scopes.Act.SEARCH);
        var asked = named(Asked.of(request, kind.type(), kind.parameters(), pages));
        return replies.page(asked, page(acting, asked, kind, Entrance.errand(request)));
    }

    /// What may be told of import runs. The name of a file may be that of somebody, so it is for those who may see what
    /// files came.
    private LongFunction<Optional<Given.Run>> runs(Acting acting) {
        var known = new HashMap<Long, Optional<Given.Run>>();
        var files = acting.may(Permission.DELIVERIES);
        return number -> known.computeIfAbsent(
                number,
                _ -> imports.run(number)
                        .map(run -> new Given.Run(
                                number,
                                files
                                        ? run.file() + ", " + run.started()
                                        : run.started().toString())));
    }

    /// Everything of one patient in one bundle, which can be read in again.
    ResponseEntity<byte[]> everything(HttpServletRequest request, String id) {
        var acting = entrance.enter(request, CareKind.types(), Scopes.Act.READ);
        var asked = Asked.of(request, CareKind.PATIENT.type(), Set.of(), pages);
        var chart = PatientCharts.pseudonym(id)
                .flatMap(person -> charts.open(acting, person, Entrance.errand(request)))
                .orElseThrow(() -> Problem.notThere(CareKind.PATIENT.type(), id));
        var all = new ArrayList<Given>();
        for (var kind : CareKind.values()) {
            all.addAll(kind.of(chart, runs(acting)));
        }
        return replies.everything(asked, all);
    }

    /// The same question with the pseudonym in the place of a number: from here on the number is nowhere.
    private Asked named(Asked asked) {
        var numbers = asked.values("identifier");
        if (numbers.isEmpty()) {
            return asked;
        }
        var ids = new ArrayList<String>();
        for (var number : numbers.get()) {
            var value = number.substring(number.indexOf('|') + 1);
            charts.withNumber(value)
                    .or(() -> PatientCharts.pseudonym(value))
                    .ifPresent(person -> ids.add(person.toString()));
        }
        asked.values("_id").ifPresent(ids::retainAll);
        var others = new TreeMap<>(asked.parameters());
        others.remove("identifier");
        // Somebody who is nobody here: searched for all the same, and not found.
        others.put("_id", List.of(ids.isEmpty() ? new UUID(0, 0).toString() : String.join(",", ids)));
        return asked.with(others);
    }

    private Written.Page page(Acting acting, Asked asked, CareKind kind, Errand errand) {
        var named = named(asked, kind);
        var persons = named.isPresent() ? List.copyOf(new TreeSet<>(named.get())) : charts.everybody(acting, errand);
        var unfiltered = asked.parameters().isEmpty() && kind == CareKind.PATIENT;
        if (asked.countOnly()) {
            if (!unfiltered && named.isEmpty()) {
                throw Problem.notUnderstood(
                        "Resources of all patients are counted only page by page. Count with patient=, or count Patient.");
            }
            long total = unfiltered
                    ? persons.size()
                    : gathered(acting, asked, kind, persons, errand, Integer.MAX_VALUE)
                            .found()
                            .size();
            return new Written.Page(List.of(), OptionalLong.of(total), asked.self(), Optional.empty());
        }
        var gathered = gathered(acting, asked, kind, persons, errand, asked.count());
        return new Written.Page(
                gathered.found(),
                unfiltered
                        ? OptionalLong.of(persons.size())
                        : asked.position().isEmpty() && gathered.next().isEmpty()
                                ? OptionalLong.of(gathered.found().size())
                                : OptionalLong.empty(),
                asked.self(),
                gathered.next().map(position -> asked.page(pages.seal(asked, position))));
    }

    private record Gathered(List<Given> found, Optional<String> next) {}

    /// Opens charts until the page is full. The next page begins at a person, after so many resources of hers, so it
    /// is the same page however many others have come or gone meanwhile.
    private Gathered gathered(Acting acting, Asked asked, CareKind kind, List<UUID> persons, Errand errand, int count) {
        var start = Position.of(asked.position());
        var found = new ArrayList<Given>();
        int opened = 0;
        var runs = runs(acting);
        for (var person : persons) {
            if (start.isAfter(person)) {
                continue;
            }
            if (found.size() == count || opened == OPENED) {
                return new Gathered(found, Optional.of(new Position(person, 0).written()));
            }
            opened++;
            var chart = charts.open(acting, person, errand);
            if (chart.isEmpty()) {
                continue;
            }
            var hers = kind.of(chart.get(), runs).stream()
                    .filter(given -> fits(given, asked))
                    .toList();
            for (int at = start.skipped(person); at < hers.size(); at++) {
                if (found.size() == count) {
                    return new Gathered(found, Optional.of(new Position(person, at).written()));
                }
                found.add(hers.get(at));
            }
        }
        return new Gathered(found, Optional.empty());
    }

    /// Where a page begins.
    private record Position(UUID person, int skip) {
        static final Position BEGINNING = new Position(new UUID(Long.MIN_VALUE, Long.MIN_VALUE), 0);

        static Position of(Optional<String> written) {
            return written.map(text -> {
                        int space = text.indexOf(' ');
                        return new Position(
                                UUID.fromString(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
                    })
                    .orElse(BEGINNING);
        }

        boolean isAfter(UUID other) {
            return person.compareTo(other) > 0;
        }

        int skipped(UUID other) {
            return other.equals(person) ? skip : 0;
        }

        String written() {
            return person + " " + skip;
        }
    }

    /// The patients that the question names; empty where it names none.
    private Optional<Collection<UUID>> named(Asked asked, CareKind kind) {
        var patients = patients(asked, "patient");
        var subjects = patients(asked, "subject");
        if (patients.isPresent() && subjects.isPresent()) {
            patients.get().retainAll(subjects.get());
        }
        if (patients.isPresent() || subjects.isPresent()) {
            return patients.or(() -> subjects);
        }
        var targets = asked.values("target");
        if (targets.isPresent()) {
            return Optional.of(targets.get().stream()
                    .flatMap(text -> ofTarget(text).stream())
                    .toList());
        }
        return asked.values("_id")
                .map(ids ->
                        ids.stream().flatMap(id -> personOf(kind, id).stream()).toList());
    }

    /// The patients that a parameter names; empty where it is not given.
    private static Optional<Collection<UUID>> patients(Asked asked, String name) {
        return asked.values(name)
                .map(all -> all.stream()
                        .flatMap(text -> reference(text).stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private Optional<UUID> ofTarget(String text) {
        var parts = text.split("/", -1);
        if (parts.length < 2) {
            throw Problem.notUnderstood("target is a reference such as Procedure/… or EpisodeOfCare/….");
        }
        var id = parts[parts.length - 1];
        return switch (parts[parts.length - 2]) {
            case "Patient" -> PatientCharts.pseudonym(id);
            case "EpisodeOfCare", "CarePlan" -> Episode.personOf(id);
            case "Procedure" -> PatientCharts.pseudonym(id).flatMap(charts::ofEvent);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> reference(String text) {
        var parts = REFERENCE.matcher(text);
        return PatientCharts.pseudonym(parts.matches() ? parts.group(1) : text);
    }

    /// Whose resource this is.
    private Optional<UUID> personOf(CareKind kind, String id) {
        return switch (kind) {
            case PATIENT -> PatientCharts.pseudonym(id);
            case EPISODE, PLAN -> Episode.personOf(id);
            case EVENT, ORIGIN -> PatientCharts.pseudonym(id).flatMap(charts::ofEvent);
        };
    }

    private static boolean fits(Given given, Asked asked) {
        var ids = asked.values("_id");
        var status = asked.values("status");
        return ids.map(all -> all.contains(given.id())).orElse(true)
                && status.map(all -> given.status().filter(all::contains).isPresent())
                        .orElse(true)
                && asked.values("type")
                        .or(() -> asked.values("code"))
                        .map(all -> isOf(given, all))
                        .orElse(true)
                && asked.values("target").map(all -> pointsAt(given, all)).orElse(true)
                && inTime(given, asked);
    }

    private static boolean isOf(Given given, List<String> asked) {
        return given.codes().stream().anyMatch(code -> asked.stream().anyMatch(code::isMeantBy));
    }

    private static boolean pointsAt(Given given, List<String> asked) {
        return given.targets().stream()
                .anyMatch(target -> asked.stream().anyMatch(one -> one.equals(target) || one.endsWith("/" + target)));
    }

    private static boolean inTime(Given given, Asked asked) {
        Map<String, List<String>> all = asked.parameters();
        return Span.at(given.lastUpdated()).fits("_lastUpdated", all.getOrDefault("_lastUpdated", List.of()))
                && Span.at(given.lastUpdated()).fits("recorded", all.getOrDefault("recorded", List.of()))
                && given.span()
                        .map(span -> span.fits("date", all.getOrDefault("date", List.of())))
                        .orElse(true);
    }
}
