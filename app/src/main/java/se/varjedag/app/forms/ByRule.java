package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.varjedag.app.patients.PassedOn;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.UnitPathways;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.trace.TracedPathways;

/// Asks and reminds by the rules of units, in the program's own name.
///
/// A rule is for the pathways that its unit has, or that ended there. What it counts from is what the patient knows
/// herself ([OwnCourse]): she is asked nothing that follows from what she has not been told. Nobody who has died is
/// asked; nobody whom the staff has asked by hand for the same occasion; nobody twice for one pathway and occasion,
/// taken back or not, however many servers ask.
@Component
public class ByRule {
    private static final String ASKED = "form-rule";
    private static final String REMINDED = "form-rule-reminder";
    /// What was asked by hand so near an occasion was asked for it.
    private static final int WEEKS_NEAR = 6;

    private final Rules rules;
    private final Asking asking;
    private final OwnForms own;
    private final Patients patients;
    private final UnitPathways pathways;
    private final PassedOn passedOn;
    private final Timeline timeline;
    private final TransactionTemplate transactions;

    ByRule(
            Rules rules,
            Asking asking,
            OwnForms own,
            Patients patients,
            UnitPathways pathways,
            PassedOn passedOn,
            Timeline timeline,
            TransactionTemplate transactions) {
        this.rules = rules;
        this.asking = asking;
        this.own = own;
        this.patients = patients;
        this.pathways = pathways;
        this.passedOn = passedOn;
        this.timeline = timeline;
        this.transactions = transactions;
    }

    /// Whom a rule wants to ask.
    ///
    /// @param counted the day that the occasion is counted from
    record Wanted(UUID person, Asking.Follows follows, LocalDate counted) {}

    /// What a run did.
    public record Done(int asked, int reminded) {}

    private record Key(UUID person, String definition, LocalDate start) {}

    /// How many patients a rule would ask today, were it to hold.
    public int wouldAsk(Rule rule, LocalDate today) {
        return (int) wanted(rule, today).stream().map(Wanted::person).distinct().count();
    }

    /// Asks and reminds by every rule that holds today. Done again, it finds nothing left to do.
    public Done run(LocalDate today) {
        int asked = 0;
        int reminded = 0;
        for (var rule : rules.on(today)) {
            for (var wanted : wanted(rule, today)) {
                asked += did(wanted.person(), rule, ASKED, () -> asking.ask(rule, wanted)) ? 1 : 0;
            }
            if (rule.remindAfter() > 0) {
                reminded += remind(rule, today);
            }
        }
        return new Done(asked, reminded);
    }

    /// Whom a rule asks today.
    List<Wanted> wanted(Rule rule, LocalDate today) {
        var all = new ArrayList<Wanted>();
        candidates(rule, today).forEach((person, its) -> {
            var told = patients.knows(person);
            if (told.died()) {
                return;
            }
            List<Asked> before = null;
            for (var course : OwnCourse.of(person, told.events(), timeline.definitions(), today)) {
                var has = its.get(new Key(person, course.definition(), course.start()));
                var counted = course.counted(rule).filter(day -> rule.asks(day, today));
                boolean here = course.unit().equals(rule.unit());
                if (has == null || counted.isEmpty() || !(here || (has && !course.ended()))) {
                    continue;
                }
                before = before == null ? asking.of(person) : before;
                if (before.stream().noneMatch(one -> isFor(one, rule, course, counted.get()))) {
                    var follows = new Asking.Follows(course.definition(), course.start());
                    all.add(new Wanted(person, follows, counted.get()));
                }
            }
        });
        return all;
    }

    /// Whether something that was asked, also where it was taken back, was asked for this pathway and occasion.
    private static boolean isFor(Asked one, Rule rule, OwnCourse course, LocalDate counted) {
        if (!one.form().equals(rule.form()) || one.occasion() != rule.occasion()) {
            return false;
        }
        if (!one.follows().definition().isEmpty()) {
            return one.follows().equals(new Asking.Follows(course.definition(), course.start()));
        }
        var due = rule.occasion().due(counted);
        return rule.occasion().until(counted) == null
                ? !one.due().isBefore(course.start())
                : !one.due().isBefore(due.minusWeeks(WEEKS_NEAR)) && !one.due().isAfter(due.plusWeeks(WEEKS_NEAR));
    }

    /// The pathways that may be the rule's today, by all that is known; each patient's own knowledge decides. By
    /// person, and whether the unit has the pathway now.
    private Map<UUID, Map<Key, Boolean>> candidates(Rule rule, LocalDate today) {
        var waiting = pathways.at(rule.unit());
        var traced = waiting.traced();
        var open = new HashSet<>(passedOn.at(waiting, rule.unit()));
        var booked = rule.occasion() == Occasion.BEFORE ? booked(traced, rule, today) : Set.<String>of();
        int here = traced.timelines().units().indexOf(rule.unit());
        var all = new LinkedHashMap<UUID, Map<Key, Boolean>>();
        for (int at = 0; at < traced.size(); at++) {
            boolean closedHere = here >= 0
                    && !traced.state(at).open()
                    && (traced.endUnit(at) == here || traced.waitingUnit(at) == here);
            var definition = traced.definitions().all().get(traced.definition(at));
            if (!(open.contains(at) || closedHere) || !rule.isFor(definition.id())) {
                continue;
            }
            var name = traced.timelines().person(traced.person(at));
            var counted = OwnCourse.days(traced, at).get(rule.countedFrom());
            boolean inTime = rule.occasion() == Occasion.BEFORE
                    ? booked.contains(name)
                    : counted != null && rule.asks(counted, today);
            if (inTime) {
                var person = UUID.fromString(name);
                all.computeIfAbsent(person, _ -> new HashMap<>())
                        .put(
                                new Key(person, definition.id(), LocalDate.ofEpochDay(traced.start(at))),
                                open.contains(at));
            }
        }
        return all;
    }

    private static Set<String> booked(TracedPathways traced, Rule rule, LocalDate today) {
        return traced.timelines().bookings().all().stream()
                .filter(event -> rule.countedFrom().toldBy(event.code()))
                .filter(event -> !event.day().isBefore(today) && rule.asks(event.day(), today))
                .map(CareEvent::person)
                .collect(Collectors.toSet());
    }

    private int remind(Rule rule, LocalDate today) {
        int reminded = 0;
        for (var asked : asking.toRemind(rule, today)) {
            boolean hers = own.byId(asked.person(), asked.id()).isPresent();
            if (asked.waits(today) && hers && !patients.knows(asked.person()).died()) {
                reminded += did(asked.person(), rule, REMINDED, () -> asking.remind(rule, asked)) ? 1 : 0;
            }
        }
        return reminded;
    }

    /// Does it and tells the log, or neither; not when another server did it first.
    private boolean did(UUID person, Rule rule, String what, java.util.function.BooleanSupplier doing) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            if (!doing.getAsBoolean()) {
                return false;
            }
            patients.doneByItself(person, rule.unit(), what);
            return true;
        }));
    }
}
