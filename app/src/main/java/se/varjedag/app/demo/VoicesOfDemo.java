package se.varjedag.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.access.Role;
import se.varjedag.app.careplan.Messages;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.forms.Answers;
import se.varjedag.app.forms.Asking;
import se.varjedag.app.forms.ByRule;
import se.varjedag.app.forms.CountedFrom;
import se.varjedag.app.forms.Experiences;
import se.varjedag.app.forms.Item;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.forms.Rule;
import se.varjedag.app.forms.Rules;
import se.varjedag.app.forms.Sheet;
import se.varjedag.app.forms.Value;
import se.varjedag.app.rehabilitation.Assessments;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.trace.State;

/// What the demo's patients have said: forms asked and answered, and messages to their contact nurse. Made up, and the
/// same each time for the same patients; what they answer leans on how long they waited.
@Component
@ConditionalOnProperty("varjedag.demo")
class VoicesOfDemo {
    private static final long SEED = 32;
    private static final int FIRST_WEEK = 8;
    private static final int LAST_WEEK = 12;
    private static final int PATHWAYS = 6;
    private static final int MOST_OF_PATHWAY = 20;
    private static final double WORSE = 1.3;
    private static final double WORSE_LATE = 1.7;
    private static final int MOST_NEEDS = 16;
    private static final int LONG_WAIT = 40;
    private static final int EVERY_FOURTH = 4;
    private static final int PREM_REMINDER = 14;
    private static final int REMINDER = 10;
    private static final String MATTERS = "what-matters";
    private static final Acting KAJ = acting(Role.CONTACT_NURSE, DemoPatient.CLINIC);
    private static final List<String> QUESTIONS = List.of(
            "Hej! Ska jag fasta före undersökningen på torsdag?",
            "Får min syster följa med till läkarbesöket?",
            "Jag är hes efter provtagningen. Är det som det ska?");
    private static final List<String> REPLIES = List.of(
            "Nej, du kan äta som vanligt. Drick gärna lite extra vatten.",
            "Ja, ta gärna med någon. Två hör mer än en.",
            "Det brukar gå över på ett par dagar. Ring oss om det blir värre.");

    private final Asking asking;
    private final Kept kept;
    private final Questionnaires forms;
    private final Messages messages;
    private final Timeline timeline;
    private final Rules rules;
    private final ByRule byRule;

    VoicesOfDemo(
            Asking asking,
            Kept kept,
            Questionnaires forms,
            Messages messages,
            Timeline timeline,
            Rules rules,
            ByRule byRule) {
        this.rules = rules;
        this.byRule = byRule;
        this.asking = asking;
        this.kept = kept;
        this.forms = forms;
        this.messages = messages;
        this.timeline = timeline;
    }

    /// Adds it.
    ///
    /// @param lines of the clinic's list, in an order that is the same in every installation
    void add(List<Line> lines, Optional<Line> patient, LocalDate today) {
        var chance = new SplittableRandom(SEED);
        experiences(today, chance);
        rules(today);
        int nth = 0;
        for (var line : lines.stream().limit(MOST_NEEDS).toList()) {
            var person = line.key().person();
            if (!patient.map(one -> one.key().person()).equals(Optional.of(person))) {
                needs(person, today, nth % EVERY_FOURTH != 0, chance);
                if (nth < QUESTIONS.size()) {
                    talk(person, nth, today, nth > 0);
                }
            }
            nth++;
        }
        patient.ifPresent(line -> {
            var person = line.key().person();
            needs(person, today, true, chance);
            ask(KAJ, person, MATTERS, Occasion.OPEN, today);
            talk(person, 1, today, true);
        });
    }

    /// What the clinic asks without anybody having to remember, and what it has asked by today.
    private void rules(LocalDate today) {
        rules.set(KAJ, rule(Experiences.FORM, Occasion.PREM, CountedFrom.CLOSED, today, PREM_REMINDER));
        rules.set(KAJ, rule(Assessments.FORM, Occasion.BEFORE, CountedFrom.TREATMENT, today, 0));
        for (var months : List.of(Occasion.MONTHS_3, Occasion.MONTHS_12, Occasion.MONTHS_36)) {
            rules.set(KAJ, rule(Assessments.FORM, months, CountedFrom.TREATMENT, today, REMINDER));
        }
        byRule.run(today);
    }

    private static Rule rule(String form, Occasion occasion, CountedFrom from, LocalDate today, int remind) {
        return new Rule(
                0,
                DemoPatient.CLINIC,
                form,
                occasion,
                from,
                Set.of(),
                today,
                null,
                remind,
                Instant.EPOCH,
                "",
                false,
                0);
    }

    /// Who closed eight to twelve weeks ago has been asked how it was, and most have answered.
    private void experiences(LocalDate today, SplittableRandom chance) {
        var form = forms.byId(Experiences.FORM).orElseThrow();
        int asked = 0;
        for (var one : closed(today)) {
            asked++;
            var nurse = acting(Role.CONTACT_NURSE, one.unit().isEmpty() ? DemoPatient.CLINIC : one.unit());
            var id = ask(nurse, one.person(), form.id(), Occasion.PREM, one.end());
            if (asked % EVERY_FOURTH != 0) {
                answer(one.person(), id, form, one.days() > LONG_WAIT ? WORSE_LATE : WORSE, chance);
            }
        }
    }

    private record Closed(UUID person, String unit, LocalDate end, int days, String definition, int born) {}

    /// In an order that does not depend on what persons are called in this installation.
    private List<Closed> closed(LocalDate today) {
        var traced = timeline.snapshot().pathways();
        var timelines = traced.timelines();
        long first = today.minusWeeks(LAST_WEEK).toEpochDay();
        long last = today.minusWeeks(FIRST_WEEK).toEpochDay();
        var all = new ArrayList<Closed>();
        for (int at = 0; at < traced.size(); at++) {
            boolean ended = traced.state(at) == State.TREATED || traced.state(at) == State.LEFT;
            if (ended && traced.endSuffix(at) > 0 && traced.end(at) > first && traced.end(at) < last) {
                all.add(new Closed(
                        UUID.fromString(timelines.person(traced.person(at))),
                        timelines.unitText(traced.endUnit(at)),
                        LocalDate.ofEpochDay(traced.end(at)),
                        traced.end(at) - traced.start(at),
                        traced.definitions().all().get(traced.definition(at)).id(),
                        timelines.born(traced.person(at))));
            }
        }
        all.sort(Comparator.comparing(Closed::definition)
                .thenComparing(Closed::end)
                .thenComparingInt(Closed::days)
                .thenComparingInt(Closed::born)
                .thenComparing(Closed::unit));
        // Some of the largest pathways, each with enough answers to be shown.
        return all.stream()
                .collect(Collectors.groupingBy(Closed::definition, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .sorted(Comparator.comparingInt((List<Closed> some) -> -some.size()))
                .limit(PATHWAYS)
                .flatMap(some -> some.stream().limit(MOST_OF_PATHWAY))
                .toList();
    }

    private void needs(UUID person, LocalDate today, boolean answered, SplittableRandom chance) {
        var form = forms.byId(Assessments.FORM).orElseThrow();
        var id = ask(KAJ, person, form.id(), Occasion.ONCE, today);
        if (answered) {
            answer(person, id, form, 0.3 + chance.nextDouble(), chance);
        }
    }

    private UUID ask(Acting nurse, UUID person, String form, Occasion occasion, LocalDate from) {
        return asking.ask(nurse, person, form, occasion, from, Asking.Follows.NONE);
    }

    /// Answers every question that has to be answered.
    ///
    /// @param worse how far from the best answer, in options, it is on average
    private void answer(UUID person, UUID asked, Questionnaire form, double worse, SplittableRandom chance) {
        var values = new LinkedHashMap<String, List<Value>>();
        form.all().filter(Item::asks).filter(item -> item.calculation() == null).forEach(item -> {
            if (!item.options().isEmpty()) {
                values.put(item.id(), List.of(option(item, worse, chance)));
            } else if (item.type() == Item.Type.BOOLEAN) {
                values.put(item.id(), List.of(new Value.Truth(chance.nextInt(EVERY_FOURTH) == 0)));
            }
        });
        kept.send(
                acting(Role.PATIENT, person.toString()),
                asking.byId(person, asked).orElseThrow(),
                Sheet.of(form, new Answers(values)));
    }

    private static Value option(Item item, double worse, SplittableRandom chance) {
        int last = item.options().size() - 1;
        int at = (int) Math.floor(worse * 2 * chance.nextDouble());
        return item.options().get(Math.min(last, at)).value();
    }

    private void talk(UUID person, int nth, LocalDate today, boolean answered) {
        if (messages.of(person).isEmpty()) {
            messages.ask(person, DemoPatient.CLINIC, "", QUESTIONS.get(nth), today, 2);
            if (answered) {
                messages.answer(KAJ, person, REPLIES.get(nth), Optional.empty());
            }
        }
    }

    private static Acting acting(Role role, String place) {
        var assignment = new Assignment(role, place);
        return new Acting(new Account("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska", assignment), assignment);
    }
}
