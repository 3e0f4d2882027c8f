package se.varjedag.app.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.access.Role;
import se.varjedag.app.careplan.Followed;
import se.varjedag.app.careplan.HomeMeasures;
import se.varjedag.app.careplan.Measured;
import se.varjedag.app.careplan.Measured.Writes;
import se.varjedag.app.coordination.Line;

/// What some of the demo's patients measure at home. Made up, and the same each time.
@Component
@ConditionalOnProperty("varjedag.demo")
class MeasuresOfDemo {
    private static final long SEED = 36;
    private static final int OTHERS = 3;
    private static final int WEEKS = 9;
    private static final int DAYS = 13;
    private static final int EVERY_OTHER = 2;
    private static final int EVERY_THIRD = 3;

    private final HomeMeasures measures;
    private final Measured measured;
    private final Followed followed;

    MeasuresOfDemo(HomeMeasures measures, Measured measured, Followed followed) {
        this.measures = measures;
        this.measured = measured;
        this.followed = followed;
    }

    /// Adds them.
    ///
    /// @param lines of the clinic's list
    void add(List<Line> lines, Optional<Line> patient, LocalDate today) {
        var chance = new SplittableRandom(SEED);
        lines.stream()
                .filter(line -> !line.key()
                        .person()
                        .equals(patient.map(one -> one.key().person()).orElse(null)))
                .limit(OTHERS)
                .forEach(line -> {
                    for (int week = WEEKS; week >= 0; week -= EVERY_OTHER) {
                        write(line.key().person(), "weight", today.minusWeeks(week), "", 80 - week * 0.2);
                    }
                });
        patient.map(line -> line.key().person()).ifPresent(person -> patient(person, today, chance));
    }

    private void patient(UUID person, LocalDate today, SplittableRandom chance) {
        var assignment = new Assignment(Role.CONTACT_NURSE, DemoPatient.CLINIC);
        var kaj = new Acting(new Account("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska", assignment), assignment);
        followed.ask(kaj, person, measures.of("weight").orElseThrow(), "Varje måndag morgon, före frukost");
        followed.ask(kaj, person, measures.of("pain").orElseThrow(), "Varje kväll");
        for (int week = WEEKS; week >= 0; week--) {
            double weight = 78.4 - (WEEKS - week) * 0.25 + chance.nextInt(5) / 10.0;
            write(person, "weight", today.minusWeeks(week), week == 2 ? "Ny våg" : "", Math.round(weight * 10) / 10.0);
        }
        for (int day = DAYS; day >= 0; day--) {
            write(
                    person,
                    "pain",
                    today.minusDays(day),
                    day == 5 ? "Ont efter provet" : "",
                    1 + chance.nextInt(day == 5 ? 6 : 3));
        }
        for (int day = DAYS; day >= 0; day -= EVERY_THIRD) {
            write(
                    person,
                    "blood-pressure",
                    today.minusDays(day),
                    "",
                    126.0 + chance.nextInt(12),
                    76.0 + chance.nextInt(8));
        }
        write(person, "walking", today.minusDays(1), "Till affären och hem", 25);
        slips(person, today);
    }

    /// One that she corrected, and one that she took back.
    private void slips(UUID person, LocalDate today) {
        var walking = measures.of("walking").orElseThrow();
        write(person, "walking", today, "", 300);
        var wrong = measured.of(person).getFirst().now();
        measured.correct(
                person, wrong.entry(), wrong.version(), new Writes(walking, today, List.of(30.0), "Runt kvarteret"));
        write(person, "walking", today.minusDays(2), "", 20);
        measured.of(person).stream()
                .map(Measured.Entry::now)
                .filter(one -> one.measure().equals(walking.code()) && one.day().equals(today.minusDays(2)))
                .findFirst()
                .ifPresent(one -> measured.takeBack(person, one.entry(), walking));
    }

    private void write(UUID person, String measure, LocalDate day, String words, double... numbers) {
        measured.add(
                person,
                DemoPatient.CLINIC,
                new Writes(
                        measures.of(measure).orElseThrow(),
                        day,
                        Arrays.stream(numbers).boxed().toList(),
                        words));
    }
}
