package se.varjedag.app.patients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What a patient may read of her own events: nothing that reveals a result before she has been told it.
///
/// She has been told from the day after an event of point 40. Until then she reads what she has been at, what she is
/// called to, and that answers have come: that is the same whatever was found. A conference, a decision, a treatment,
/// an end, who a referral went to, and everything with a code that is not known here, may differ by what was found and
/// is left out, bookings among it; so is a pathway that starts within a year of one whose result she has not been
/// told, for its start would tell it. What is shown is a function of what may be shown, so that nothing follows from
/// what is left out.
final class Untold {
    private static final int FOLLOWS_DAYS = 365;
    private static final int PREFIX = 3;
    private static final String RECEIVED = "91";
    private static final int FIRST_END = 50;
    private static final int LAST_END = 78;
    private static final Set<Kind> NAMES_NO_DISEASE = Set.of(Kind.LABORATORY, Kind.PERFORMANCE, Kind.PATIENT_REPORTED);
    private static final Pattern NATIONAL = Pattern.compile("[A-Z]{2}\\d{3}");

    private final LocalDate today;
    private final List<Run> runs;

    private Untold(List<Event> events, LocalDate today) {
        this.today = today;
        this.runs = runs(events);
    }

    /// Those of a patient's events that she may read on a day, in their order.
    static List<Event> told(List<Event> events, LocalDate today) {
        var rule = new Untold(events, today);
        var received = new HashSet<Run>();
        return events.reversed().stream()
                .filter(event -> rule.shows(event, received))
                .toList()
                .reversed();
    }

    /// Whether an event ends a pathway.
    static boolean ends(Event event) {
        if (!NATIONAL.matcher(event.code()).matches()) {
            return false;
        }
        int suffix = Integer.parseInt(event.code().substring(PREFIX));
        return suffix >= FIRST_END && suffix <= LAST_END;
    }

    /// Those of a patient's clinical values that she may read on a day, in their order: what she has answered
    /// herself, and of the rest what cannot be about a pathway whose result she has not been told. Values from a
    /// year before such a pathway on are left out; what names a disease or its treatment is read only after a
    /// result that she has been told. Points of palliative care she reads nowhere here: point 40 told her a result,
    /// not that care has turned palliative.
    static List<ClinicalValue> told(List<Event> events, List<ClinicalValue> values, LocalDate today) {
        var rule = new Untold(events, today);
        return values.stream()
                // That care is palliative is told in a talk of its own, which no point tells of.
                .filter(value -> value.fact().kind() != Kind.PALLIATIVE)
                .filter(value -> value.origin() == Origin.PATIENT
                        || (rule.speaks(value.fact().day())
                                && (NAMES_NO_DISEASE.contains(value.fact().kind()) || rule.knowsAny())))
                .toList();
    }

    /// Of which days she may read what names a disease or its treatment.
    static Predicate<LocalDate> naming(List<Event> events, LocalDate today) {
        var rule = new Untold(events, today);
        return day -> rule.speaks(day) && rule.knowsAny();
    }

    /// Whether what is of a day cannot be about a pathway whose result she has not been told.
    private boolean speaks(LocalDate day) {
        return runs.stream()
                .filter(run -> !knows(run))
                .noneMatch(run -> !day.isBefore(run.start().minusDays(FOLLOWS_DAYS)));
    }

    private boolean knowsAny() {
        return runs.stream().anyMatch(this::knows);
    }

    /// One pathway as its start tells of it.
    ///
    /// @param told the first day of point 40
    private record Run(String prefix, LocalDate start, Optional<LocalDate> told) {}

    private List<Run> runs(List<Event> events) {
        var all = new ArrayList<Run>();
        events.stream()
                .filter(event -> starts(event, events))
                .map(event -> new Run(prefix(event), event.day(), Optional.empty()))
                .distinct()
                .sorted(Comparator.comparing(Run::start))
                .forEach(all::add);
        for (int at = 0; at < all.size(); at++) {
            var run = all.get(at);
            var next = next(all, at);
            var told = events.stream()
                    .filter(event -> informs(event, run, next))
                    .map(Event::day)
                    .min(Comparator.naturalOrder());
            all.set(at, new Run(run.prefix(), run.start(), told));
        }
        return List.copyOf(all);
    }

    /// Whether a pathway starts by an event: by the decision; or, where its region has not sent that on, by its
    /// receipt from another region (91). Nothing is traced of that, but its result is told as any other is.
    private static boolean starts(Event event, List<Event> events) {
        if (event.planned()) {
            return false;
        }
        return decides(event) || (received(event) && events.stream().noneMatch(other -> goesOn(other, event)));
    }

    private static boolean received(Event event) {
        return !event.planned()
                && NATIONAL.matcher(event.code()).matches()
                && event.code().endsWith(RECEIVED);
    }

    /// Whether a receipt belongs to a pathway that an event has started before it.
    private static boolean goesOn(Event start, Event receipt) {
        boolean before = decides(start)
                ? !start.day().isAfter(receipt.day())
                : received(start) && start.day().isBefore(receipt.day());
        return before
                && !start.planned()
                && prefix(start).equals(prefix(receipt))
                && !receipt.day().isAfter(start.day().plusDays(FOLLOWS_DAYS));
    }

    private static boolean decides(Event event) {
        return point(event).filter(MeasuringPoint.SUSPICION::equals).isPresent();
    }

    /// The start of the next pathway with the same prefix.
    private static LocalDate next(List<Run> all, int at) {
        return all.stream()
                .skip(at + 1L)
                .filter(one -> one.prefix().equals(all.get(at).prefix()))
                .map(Run::start)
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    private boolean informs(Event event, Run run, LocalDate next) {
        return !event.planned()
                && point(event).filter(MeasuringPoint.INFORMED::equals).isPresent()
                && (prefix(event).isEmpty() || prefix(event).equals(run.prefix()))
                && !event.day().isBefore(run.start())
                && event.day().isBefore(next)
                && event.day().isBefore(today);
    }

    private boolean shows(Event event, Set<Run> received) {
        var run = of(event);
        if (run.isEmpty()) {
            return neutral(event);
        }
        if (hidden(run.get())) {
            return false;
        }
        if (knows(run.get())) {
            return true;
        }
        // That her referral came is the first of its kind; who gets the next one may tell what was found.
        return neutral(event)
                && (point(event)
                                .filter(MeasuringPoint.REFERRAL_RECEIVED::equals)
                                .isEmpty()
                        || received.add(run.get()));
    }

    /// The latest pathway that had started by the day of an event, of the event's own prefix where it has one.
    private Optional<Run> of(Event event) {
        return runs.stream()
                .filter(run -> !run.start().isAfter(event.day()))
                .filter(run -> prefix(event).isEmpty() || run.prefix().equals(prefix(event)))
                .reduce((_, later) -> later);
    }

    /// Whether she has been told the result of a pathway: by itself, or by one that followed from it.
    private boolean knows(Run run) {
        return run.told().isPresent()
                || runs.stream()
                        .anyMatch(later ->
                                later.told().isPresent() && later.start().isAfter(run.start()) && within(run, later));
    }

    /// Whether that a pathway has started would tell the result of one before it.
    private boolean hidden(Run run) {
        return !knows(run)
                && runs.stream()
                        .anyMatch(earlier ->
                                earlier.start().isBefore(run.start()) && within(earlier, run) && !knows(earlier));
    }

    private static boolean within(Run earlier, Run later) {
        return !later.start().isAfter(earlier.start().plusDays(FOLLOWS_DAYS));
    }

    private static boolean neutral(Event event) {
        return point(event)
                .filter(point -> switch (point) {
                    case SUSPECTED,
                            SUSPICION,
                            REFERRAL_RECEIVED,
                            IMAGING_REPORTED,
                            SPECIMEN_RECEIVED,
                            PATHOLOGY_REPORTED -> !event.planned();
                    case FIRST_VISIT, IMAGING_PERFORMED, DIAGNOSTIC_SURGERY, SPECIMEN_TAKEN -> true;
                    case INFORMED -> event.planned();
                    case IMAGING_REFERRAL, MDT, DECISION, TREATMENT -> false;
                })
                .isPresent();
    }

    private static Optional<MeasuringPoint> point(Event event) {
        var code = event.code();
        return NATIONAL.matcher(code).matches()
                ? Optional.ofNullable(MeasuringPoint.ofSuffix(Integer.parseInt(code.substring(PREFIX))))
                : MeasuringPoint.ofKey(code);
    }

    private static String prefix(Event event) {
        return NATIONAL.matcher(event.code()).matches()
                ? event.code().substring(0, PREFIX)
                : event.more().pathway();
    }
}
