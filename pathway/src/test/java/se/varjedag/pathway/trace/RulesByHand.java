package se.varjedag.pathway.trace;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Action;
import se.varjedag.pathway.definition.CodeMeaning;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.trace.Finding.Kind;

/// The rules once more, read straight from `docs/rules.md` with lists and sets, slow and obvious. It knows nothing of
/// the tracer's columns, so where the two agree on many patients both are likely to be right.
final class RulesByHand extends WordsOfTheRules {

    private static final LocalDate WITHDRAWN = LocalDate.of(2018, 1, 1);

    /// Rule 6, made total: by day and code, then lowest region, then lowest unit, empty last; beyond that
    /// only so that one answer is expected.
    private static final Comparator<String> EMPTY_LAST =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    private static final Comparator<CareEvent> ORDER = Comparator.comparing(CareEvent::day)
            .thenComparing(CareEvent::code)
            .thenComparing(CareEvent::region, EMPTY_LAST)
            .thenComparing(CareEvent::unit, EMPTY_LAST)
            .thenComparing(CareEvent::ref)
            .thenComparing(CareEvent::pathway);

    private final LocalDate asOf;
    private final String person;
    private final List<CareEvent> events;
    private final int born;
    private final List<PathwayByHand> pathways = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    /// The done events of one person up to as-of.
    private RulesByHand(Definitions definitions, LocalDate asOf, String person, List<CareEvent> events) {
        super(definitions);
        this.asOf = asOf;
        this.person = person;
        this.events = events.stream().sorted(ORDER).toList();
        this.born = born();
    }

    /// What these events come to: a line for each pathway and for each finding, sorted.
    static List<String> lines(Definitions definitions, List<CareEvent> events, LocalDate asOf) {
        return events.stream()
                .filter(event -> !event.day().isAfter(asOf))
                .collect(Collectors.groupingBy(CareEvent::person))
                .entrySet()
                .stream()
                .flatMap(one -> new RulesByHand(definitions, asOf, one.getKey(), one.getValue()).lines().stream())
                .sorted()
                .toList();
    }

    private List<String> lines() {
        openAndEnd();
        belong();
        watch();
        return Stream.concat(pathways.stream().map(this::line), findings.stream())
                .toList();
    }

    private int born() {
        return events.stream()
                .filter(event -> event.born() != null)
                .max(Comparator.comparing(CareEvent::day)
                        .thenComparing(event -> "" + event.born(), Comparator.reverseOrder()))
                .map(event -> Optional.ofNullable(event.born()).orElseThrow())
                .orElse(0);
    }

    // Rules 8 to 14.

    private void openAndEnd() {
        var days = new TreeSet<>(events.stream().map(CareEvent::day).toList());
        for (var day : days) {
            for (int definition = 0; definition < definitions.all().size(); definition++) {
                openAndEnd(definition, day);
            }
            for (var event : on(day, this::died)) {
                if (pathways.stream()
                        .noneMatch(p -> p.closer != null && p.closer.day().equals(day))) {
                    find(Kind.DEATH_WITH_NOTHING_OPEN, event, null, null);
                }
            }
        }
        for (var event : events) {
            remark(event);
        }
    }

    private void openAndEnd(int definition, LocalDate day) {
        var ends = on(day, event -> died(event) || ends(event, definition)).stream()
                .sorted(Comparator.comparing(this::rank).thenComparing(ORDER))
                .toList();
        var starts = on(day, event -> is(event, definition, Action.START));
        var openAtDawn = open(definition);
        PathwayByHand ended = null;
        PathwayByHand opened = null;
        if (openAtDawn != null && !ends.isEmpty()) {
            openAtDawn.closer = ends.getFirst();
            ended = openAtDawn;
        }
        if (open(definition) == null && !starts.isEmpty()) {
            opened = opened(definition, starts.getFirst());
            pathways.add(opened);
            boolean diedBefore =
                    events.stream().anyMatch(e -> died(e) && e.day().isBefore(day));
            boolean diedThatMorning = ended != null && ends.stream().anyMatch(this::died);
            if (diedBefore || diedThatMorning) {
                find(Kind.START_AFTER_DEATH, opened.opener, definition, opened);
            }
        }
        if (opened != null && ended == null && !ends.isEmpty()) {
            opened.closer = ends.getFirst();
            ended = opened;
        }
        for (var start : starts) {
            if (opened == null || start != opened.opener) {
                find(Kind.FURTHER_START, start, definition, latest(definition, day));
            }
        }
        for (var end : ends) {
            if (ended != null && end != ended.closer) {
                find(Kind.FURTHER_END, end, definition, ended);
            } else if (ended == null && !died(end)) {
                var before = latest(definition, day);
                find(before == null ? Kind.END_WITH_NOTHING_OPEN : Kind.LATER_END, end, definition, before);
            }
            if (!died(end) && Set.of(56, 65).contains(suffix(end)) && !day.isBefore(WITHDRAWN)) {
                find(Kind.WITHDRAWN_CODE, end, definition, ended != null ? ended : latest(definition, day));
            }
        }
        receive(definition, day);
    }

    private void receive(int definition, LocalDate day) {
        var stillOpen = open(definition);
        boolean first = true;
        for (var received : on(day, event -> is(event, definition, Action.TRANSFER_IN))) {
            if (stillOpen == null) {
                find(Kind.RECEIVED_WITH_NOTHING_OPEN, received, definition, latest(definition, day));
            } else if (first) {
                stillOpen.lastReceived = received;
                first = false;
            }
        }
    }

    private PathwayByHand opened(int definition, CareEvent start) {
        var opened = new PathwayByHand(definition, start);
        var earlierEnd = pathways.stream()
                .filter(p -> p.definition == definition && p.closer != null)
                .map(p -> Optional.ofNullable(p.closer).orElseThrow().day())
                .max(Comparator.naturalOrder());
        opened.atPathology = events.stream()
                .filter(event -> event.code().equals("pathology-reported"))
                .filter(event -> definitions.ofPrefix(event.pathway()) == definition)
                .anyMatch(event -> !event.day().isAfter(start.day())
                        && earlierEnd.map(end -> event.day().isAfter(end)).orElse(true));
        return opened;
    }

    private void remark(CareEvent event) {
        var meaning = meaning(event);
        if (meaning == null) {
            if (!died(event) && !subProcess(event)) {
                find(Kind.UNCLAIMED_CODE, event, null, null);
            }
        } else if (forbidden(event, meaning)) {
            find(Kind.FORBIDDEN_END, event, meaning.definition(), latest(meaning.definition(), event.day()));
        } else if (meaning.action() == Action.LOCAL_UNKNOWN && !marks(event, meaning)) {
            find(Kind.UNKNOWN_SUFFIX, event, meaning.definition(), latest(meaning.definition(), event.day()));
        }
    }

    // Rules 9 (05), 15 and 16.

    private void belong() {
        var suspected = new HashSet<CareEvent>();
        for (var event : events) {
            var meaning = meaning(event);
            if (meaning != null && meaning.action() == Action.SUSPECTED) {
                suspected.add(event);
                var first = of(meaning.definition())
                        .filter(p -> !p.start().isBefore(event.day()))
                        .findFirst()
                        .filter(p -> DAYS.between(event.day(), p.start()) <= 90);
                first.ifPresent(p -> p.points.add(event));
                if (first.isEmpty()) {
                    find(Kind.SUSPECTED_WITHOUT_START, event, meaning.definition(), null);
                }
            }
        }
        for (var event : events) {
            var meaning = meaning(event);
            if (subProcess(event)) {
                belongSubProcess(event, suspected);
            } else if (meaning != null
                    && (meaning.action() == Action.POINT
                            || meaning.action() == Action.EXTENDED
                            || marks(event, meaning))) {
                var owner = of(meaning.definition())
                        .filter(p -> p.openOn(event.day(), p.from(suspected)))
                        .findFirst();
                owner.ifPresent(p -> {
                    p.points.add(event);
                    p.extended |= marks(event, meaning);
                });
                if (owner.isEmpty()) {
                    find(Kind.STEP_OUTSIDE_PATHWAY, event, meaning.definition(), endedBefore(meaning, event));
                }
            } else if (meaning != null && meaning.action() == Action.TRANSFER_OUT) {
                send(event, meaning);
            }
        }
    }

    private void belongSubProcess(CareEvent event, Set<CareEvent> suspected) {
        var day = event.day();
        if (event.pathway().isEmpty()) {
            var open = pathways.stream()
                    .filter(p -> p.openOn(day, p.from(suspected)))
                    .toList();
            if (open.size() == 1) {
                open.getFirst().points.add(event);
            } else if (open.isEmpty()) {
                find(
                        pathways.isEmpty() ? Kind.POINT_OF_PERSON_WITHOUT_PATHWAY : Kind.POINT_WITH_NONE_OPEN,
                        event,
                        null,
                        null);
            } else {
                find(Kind.POINT_WITH_SEVERAL_OPEN, event, null, null);
            }
            return;
        }
        int named = definitions.ofPrefix(event.pathway());
        var open = of(named).filter(p -> p.openOn(day, p.from(suspected))).findFirst();
        var before = of(named).filter(p -> p.endedBefore(day)).reduce((a, b) -> b);
        var next = of(named).filter(p -> p.start().isAfter(day)).findFirst();
        var owner = open.or(() -> before).or(() -> next);
        owner.ifPresent(p -> p.points.add(event));
        if (owner.isEmpty()) {
            find(Kind.POINT_OF_ABSENT_PATHWAY, event, named < 0 ? null : named, null);
        }
    }

    private void send(CareEvent event, CodeMeaning meaning) {
        var from = of(meaning.definition())
                .filter(p -> p.openOn(event.day(), p.start()))
                .findFirst();
        if (from.isEmpty()) {
            find(Kind.SENT_WITH_NOTHING_OPEN, event, meaning.definition(), endedBefore(meaning, event));
            return;
        }
        boolean received = events.stream()
                .filter(other -> is(other, meaning.definition(), Action.TRANSFER_IN))
                .mapToLong(other -> DAYS.between(event.day(), other.day()))
                .anyMatch(days -> days >= 0 && days <= 14);
        if (!received && DAYS.between(event.day(), asOf) >= 14) {
            find(Kind.SENT_NOT_RECEIVED, event, meaning.definition(), from.get());
        }
    }

    // Rules 17 and 18.

    private void watch() {
        for (var pathway : pathways) {
            int age = pathway.start().getYear() - born;
            if (born != 0 && age < 18 && age < definition(pathway).minimumAge(pathway.start())) {
                find(Kind.UNDER_AGE, pathway.opener, pathway.definition, pathway);
            }
            if (state(pathway) == State.STALE) {
                find(Kind.STALE, lastHeard(pathway), pathway.definition, pathway);
            }
        }
    }

    private State state(PathwayByHand pathway) {
        if (pathway.closer == null) {
            return DAYS.between(lastHeard(pathway).day(), asOf) >= 180 ? State.STALE : State.WAITING;
        }
        if (suffix(pathway.closer) == 70) {
            return State.CRITERIA_NOT_MET;
        }
        return !died(pathway.closer) && definition(pathway).reaches(suffix(pathway.closer), pathway.start())
                ? State.TREATED
                : State.LEFT;
    }

    private CareEvent lastHeard(PathwayByHand pathway) {
        var heard = new ArrayList<>(pathway.points);
        heard.add(pathway.opener);
        if (pathway.closer == null) {
            for (var event : events) {
                var meaning = meaning(event);
                if (meaning != null
                        && meaning.definition() == pathway.definition
                        && !event.day().isBefore(pathway.start())) {
                    heard.add(event);
                }
            }
        } else {
            heard.add(pathway.closer);
        }
        return heard.stream().max(ORDER).orElseThrow();
    }

    // Rules 21 and 23 to 25, as lines.

    private String line(PathwayByHand pathway) {
        var state = state(pathway);
        var closer = pathway.closer;
        var kind = state == State.TREATED && closer != null ? TreatmentKind.ofEndSuffix(suffix(closer)) : null;
        var points = new TreeMap<String, Long>();
        pathway.points.stream()
                .filter(event -> point(event) != null)
                .forEach(event -> points.merge(point(event) + " " + place(event) + " " + event.ref(), 1L, Long::sum));
        points.merge("suspicion " + place(pathway.opener) + " " + pathway.opener.ref(), 1L, Long::sum);
        if (kind != null && closer != null) {
            points.merge("treatment " + place(closer) + " " + closer.ref(), 1L, Long::sum);
        }
        var waiting = pathway.lastReceived != null ? pathway.lastReceived : pathway.opener;
        return "%s %s %s %s %s end %s %s limits %s heard %s waiting %s marks %s %s points %s"
                .formatted(
                        person,
                        definition(pathway).id(),
                        place(pathway.opener),
                        state,
                        kind,
                        closer == null ? "-" : place(closer),
                        closer == null ? "-" : suffix(closer),
                        pathway.limits(definition(pathway), kind, closer == null ? 0 : suffix(closer)),
                        lastHeard(pathway).day(),
                        waiting.region() + "/" + waiting.unit(),
                        pathway.extended,
                        pathway.atPathology,
                        points);
    }

    private void find(Kind kind, CareEvent event, @Nullable Integer definition, @Nullable PathwayByHand pathway) {
        findings.add("%s found %s %s %s at %s"
                .formatted(
                        person,
                        kind,
                        definition == null
                                ? "-"
                                : definitions.all().get(definition).id(),
                        pathway == null ? "-" : pathway.start(),
                        event.code() + " " + place(event)));
    }

    private List<CareEvent> on(LocalDate day, Predicate<CareEvent> which) {
        return events.stream()
                .filter(event -> event.day().equals(day) && which.test(event))
                .toList();
    }

    private Stream<PathwayByHand> of(int definition) {
        return pathways.stream().filter(p -> p.definition == definition);
    }

    private @Nullable PathwayByHand open(int definition) {
        return of(definition).filter(p -> p.closer == null).findFirst().orElse(null);
    }

    /// The last that had opened by the evening of the day.
    private @Nullable PathwayByHand latest(int definition, LocalDate day) {
        return of(definition)
                .filter(p -> !p.start().isAfter(day))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private @Nullable PathwayByHand endedBefore(CodeMeaning meaning, CareEvent event) {
        return of(meaning.definition())
                .filter(p -> p.endedBefore(event.day()))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private PathwayDefinition definition(PathwayByHand pathway) {
        return definitions.all().get(pathway.definition);
    }
}
