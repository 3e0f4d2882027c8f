package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.PatientAccess.Reach;
import se.varjedag.app.coordination.Handovers.Handover;
import se.varjedag.app.coordination.Line.Group;
import se.varjedag.app.coordination.Line.NextUp;
import se.varjedag.app.patients.PassedOn;
import se.varjedag.app.patients.UnitPathways;
import se.varjedag.pathway.ahead.Clocks;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The open pathways of a unit, sorted by what matters today.
///
/// First those whose limit can still be kept if the next step is done within a week and that are not booked in time,
/// the nearest day first. Then those over the limit, the most days first. Then those under way, the nearest day first
/// and those without a limit last. At the end those of whom nothing has been heard for half a year.
@Component
public class Worklist implements PassedOn {
    /// So many days ahead is now.
    static final int NOW_DAYS = 7;

    private static final LocalDate NEVER = LocalDate.MAX;

    private final UnitPathways pathways;
    private final Handovers handovers;
    private final Named named;
    private final Notes notes;
    private final Chances chances;
    private final Bookings bookings;
    private final Today today;

    Worklist(
            UnitPathways pathways,
            Handovers handovers,
            Named named,
            Notes notes,
            Chances chances,
            Bookings bookings,
            Today today) {
        this.pathways = pathways;
        this.handovers = handovers;
        this.named = named;
        this.notes = notes;
        this.chances = chances;
        this.bookings = bookings;
        this.today = today;
    }

    /// A unit's list on a day.
    ///
    /// @param lines its open pathways, in the order of the list
    /// @param coming what is on its way here and nobody has received yet
    public record Lines(LocalDate day, List<Line> lines, List<Line> coming) {
        public Lines {
            lines = List.copyOf(lines);
            coming = List.copyOf(coming);
        }
    }

    /// The list of the unit of who acts. The caller tells the log.
    public Lines of(Acting acting) {
        var unit = acting.assignment().place();
        var waiting = pathways.at(unit);
        var traced = waiting.traced();
        var all = new Moves(handovers.at(unit), unit);
        var mine = mine(waiting, all);
        var coming = all.coming(traced);
        var reading = reading(acting, traced, together(mine, coming), today.day());
        return new Lines(
                reading.day(),
                mine.stream()
                        .map(pathway -> reading.line(pathway, all.open(PathwayKey.of(traced, pathway))))
                        .sorted(ORDER)
                        .toList(),
                coming.stream()
                        .map(pathway -> reading.line(pathway, all.open(PathwayKey.of(traced, pathway))))
                        .toList());
    }

    /// Whether chances are known yet: they are worked out in the background after a start.
    public boolean chancesKnown() {
        return chances.known();
    }

    /// One line, whoever's list it stands on.
    ///
    /// @param ended the last day of one that has ended
    Line line(Acting acting, TracedPathways traced, int pathway, Optional<LocalDate> ended) {
        var key = PathwayKey.of(traced, pathway);
        var open = handovers.of(List.of(key.person())).stream()
                .filter(one -> one.key().equals(key))
                .findFirst();
        var reading = reading(acting, traced, List.of(pathway), ended.orElseGet(today::day));
        return reading.line(pathway, open);
    }

    /// One line of another unit's, with what the reader sees of it now.
    Line line(Acting acting, TracedPathways traced, int pathway, Optional<LocalDate> ended, Reach reach) {
        var reading = reading(acting, traced, List.of(pathway), ended.orElseGet(today::day));
        var told = reading.told();
        return reading.line(pathway, Optional.empty(), told.opened(reach), told.openedAt(reach));
    }

    @Override
    public List<Integer> at(UnitPathways.Waiting waiting, String unit) {
        return mine(waiting, new Moves(handovers.at(unit), unit));
    }

    private static List<Integer> mine(UnitPathways.Waiting waiting, Moves moves) {
        var traced = waiting.traced();
        var mine = new ArrayList<Integer>();
        for (int pathway : waiting.open()) {
            if (moves.here(traced, pathway)) {
                mine.add(pathway);
            }
        }
        mine.addAll(moves.received(traced));
        return mine;
    }

    private static List<Integer> together(List<Integer> one, List<Integer> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /// In what order lines stand.
    static final Comparator<Line> ORDER = Comparator.comparing(Line::group)
            .thenComparingInt(
                    line -> line.group() == Group.OVER ? line.clock().left().orElse(0) : 0)
            .thenComparing(line -> line.mustBy().orElse(NEVER))
            .thenComparingInt(line -> -line.clock().used())
            .thenComparing(line -> line.key().person());

    private Reading reading(Acting acting, TracedPathways traced, List<Integer> some, LocalDate day) {
        var persons = new HashSet<UUID>();
        some.forEach(pathway -> persons.add(PathwayKey.of(traced, pathway).person()));
        return new Reading(
                acting.assignment().place(),
                traced,
                day,
                new Clocks(traced),
                pathways.told(acting, traced, persons),
                chances.of(traced),
                bookings,
                named.on(day, persons),
                notes.reasons(persons));
    }

    /// What the lines are made from.
    private record Reading(
            String unit,
            TracedPathways traced,
            LocalDate day,
            Clocks clocks,
            UnitPathways.Told told,
            Chances.Asked chances,
            Bookings bookings,
            Map<PathwayKey, Map<Task, Named.Holder>> named,
            Map<PathwayKey, Notes.Reason> reasons) {

        Line line(int pathway, Optional<Handover> handover) {
            var person = PathwayKey.of(traced, pathway).person();
            return line(pathway, handover, told.of(person), told.at(person));
        }

        /// @param seen which points may be told of
        /// @param at whose bookings may be told of, by their unit
        Line line(int pathway, Optional<Handover> handover, IntPredicate seen, Predicate<String> at) {
            var key = PathwayKey.of(traced, pathway);
            var clock = clocks.of(pathway, day, seen);
            var definition = traced.definitions().all().get(traced.definition(pathway));
            var booked = booked(key, clock, definition.prefix().orElse(""), at);
            var next = booked.map(one -> new NextUp(
                            point(one.code()).orElseThrow(),
                            clocks.latest(pathway, day, point(one.code()).orElseThrow()),
                            Optional.of(one.day())))
                    .or(() -> clock.next().map(step -> new NextUp(step.point(), step.latest(), Optional.empty())));
            var owner = booked.map(CareEvent::unit)
                    .filter(one -> !one.isEmpty())
                    .orElseGet(
                            () -> clock.next().map(step -> owner(clock, step)).orElse(unit));
            return new Line(
                    key,
                    definition,
                    clock,
                    chances.of(pathway),
                    traced.timelines().born(traced.person(pathway)),
                    next,
                    owner,
                    group(pathway, clock, next),
                    named.getOrDefault(key, Map.of()),
                    handover,
                    clock.overForCertain() && !reasons.containsKey(key));
        }

        /// The first booking of a point that has not been reached, from today on.
        private Optional<CareEvent> booked(PathwayKey key, PathwayClock clock, String prefix, Predicate<String> at) {
            return bookings.of(traced, key.person().toString()).stream()
                    .filter(one -> !one.day().isBefore(day) && at.test(one.unit()))
                    .filter(one -> one.pathway().isEmpty()
                            ? ofPrefix(one, prefix)
                            : one.pathway().equals(prefix))
                    .filter(one ->
                            point(one.code()).filter(point -> !clock.has(point)).isPresent())
                    .findFirst();
        }

        private static boolean ofPrefix(CareEvent booking, String prefix) {
            return MeasuringPoint.ofKey(booking.code()).isPresent()
                    || (!prefix.isEmpty() && booking.code().startsWith(prefix));
        }

        /// Where what has begun lies: with who was sent the referral or the specimen; all else with the own unit.
        private String owner(PathwayClock clock, PathwayClock.Next step) {
            boolean elsewhere = (step.from().imaging() && step.point().imaging())
                    || (step.from().laboratory() && step.point().laboratory());
            if (!elsewhere) {
                return unit;
            }
            return clock.reached().stream()
                    .filter(one -> one.point() == step.from() && !one.unit().isEmpty())
                    .map(PathwayClock.Reached::unit)
                    .findFirst()
                    .orElse(unit);
        }

        private Group group(int pathway, PathwayClock clock, Optional<NextUp> next) {
            if (traced.state(pathway) == State.STALE) {
                return Group.SILENT;
            }
            if (clock.over()) {
                return Group.OVER;
            }
            var by = next.flatMap(NextUp::latest).or(clock::limitDay);
            boolean inTime = next.flatMap(NextUp::booked)
                    .filter(booking -> by.map(last -> !booking.isAfter(last)).orElse(true))
                    .isPresent();
            return by.isEmpty() || inTime || by.get().isAfter(day.plusDays(NOW_DAYS)) ? Group.UNDER_WAY : Group.NOW;
        }
    }

    /// The point that a code stands for, a national one or the key of one; empty for all others.
    static Optional<MeasuringPoint> point(String code) {
        var named = MeasuringPoint.ofKey(code);
        if (named.isPresent() || code.length() != Codes.LENGTH || !Codes.digits(code)) {
            return named;
        }
        int suffix = Codes.suffix(code);
        return Codes.START_OF_TREATMENT.contains(suffix)
                ? Optional.of(MeasuringPoint.TREATMENT)
                : Optional.ofNullable(MeasuringPoint.ofSuffix(suffix));
    }

    /// What handovers say of who has what.
    private static final class Moves {
        private final String unit;

        /// Of each pathway those that were ever sent, the latest first.
        private final Map<PathwayKey, List<Handover>> sent = new HashMap<>();

        /// @param all the latest first
        Moves(List<Handover> all, String unit) {
            this.unit = unit;
            all.forEach(one ->
                    sent.computeIfAbsent(one.key(), _ -> new ArrayList<>()).add(one));
        }

        /// The last handover of a pathway, where that is on its way or was refused.
        Optional<Handover> open(PathwayKey key) {
            return sent.getOrDefault(key, List.of()).stream()
                    .findFirst()
                    .filter(one ->
                            one.receipt().filter(Handovers.Receipt::received).isEmpty());
        }

        /// Whether the unit has a pathway.
        boolean here(TracedPathways traced, int pathway) {
            var moves = sent.getOrDefault(PathwayKey.of(traced, pathway), List.of());
            return Handovers.holder(waits(traced, pathway), moves).equals(unit);
        }

        private static String waits(TracedPathways traced, int pathway) {
            return traced.timelines().unitText(traced.waitingUnit(pathway));
        }

        /// What the unit has though the log says that it waits elsewhere.
        List<Integer> received(TracedPathways traced) {
            return found(traced, sent.keySet()).stream()
                    .filter(pathway -> !waits(traced, pathway).equals(unit) && here(traced, pathway))
                    .toList();
        }

        /// What is on its way here.
        List<Integer> coming(TracedPathways traced) {
            return found(
                    traced,
                    sent.keySet().stream()
                            .filter(key -> open(key)
                                    .filter(one -> one.open() && one.to().equals(unit))
                                    .isPresent())
                            .toList());
        }

        private static List<Integer> found(TracedPathways traced, Collection<PathwayKey> keys) {
            return keys.stream()
                    .flatMapToInt(key ->
                            UnitPathways.find(
                                    traced,
                                    key.person(),
                                    key.definition(),
                                    key.start().toEpochDay())
                                    .stream())
                    .boxed()
                    .filter(pathway -> traced.state(pathway).open())
                    .toList();
        }
    }
}
