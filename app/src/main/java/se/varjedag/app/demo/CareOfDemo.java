package se.varjedag.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import se.varjedag.app.palliative.Certifications;
import se.varjedag.app.palliative.Point;
import se.varjedag.app.palliative.Points;
import se.varjedag.app.rehabilitation.Entries;
import se.varjedag.app.rehabilitation.Entry;
import se.varjedag.app.rehabilitation.Entry.What;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.EndCode;

/// What the demo's region has written of rehabilitation, and the points of palliative care of those who died. Made up,
/// and the same each time for the same patients.
@Component
@ConditionalOnProperty("varjedag.demo")
class CareOfDemo {
    private static final long SEED = 33;
    private static final String REGION = "05";
    private static final String SOURCE = "simulering";
    private static final int MONTHS = 12;
    private static final int MOST_TREATED = 160;
    private static final double MOST_OFTEN = 0.85;
    private static final List<String> LEVELS = List.of("basic", "basic", "special", "advanced", "very-advanced");
    private static final List<String> PROFESSIONS =
            List.of("counsellor", "physiotherapist", "dietitian", "occupational-therapist");

    private final Timeline timeline;
    private final Entries entries;
    private final ClinicalValues values;
    private final Points points;
    private final Certifications certifications;

    CareOfDemo(
            Timeline timeline, Entries entries, ClinicalValues values, Points points, Certifications certifications) {
        this.timeline = timeline;
        this.entries = entries;
        this.values = values;
        this.points = points;
        this.certifications = certifications;
    }

    /// Adds it.
    ///
    /// @param patient the patient whom the demo's staff and herself meet
    void add(Optional<UUID> patient, LocalDate today) {
        var chance = new SplittableRandom(SEED);
        for (var one : treated(today)) {
            rehabilitation(one, chance);
        }
        patient.ifPresent(person -> {
            var kaj = nurse(DemoPatient.CLINIC);
            entries.add(kaj, person, What.CHILDREN, "", Entry.YES, today.minusDays(4));
            entries.add(kaj, person, What.INFORMATION, "", Entry.YES, today.minusDays(4));
            entries.add(kaj, person, What.SUPPORT, "", Entry.NOT_ASKED, today.minusDays(4));
            entries.add(kaj, person, What.PROFESSION, PROFESSIONS.getFirst(), Entry.YES, today.minusDays(2));
            entries.add(kaj, person, What.PLAN, "", Entry.YES, today.minusDays(2));
        });
        lastDays(today, chance);
        certifications.add(
                nurse(DemoPatient.CLINIC),
                "Palliativ grund (påhittad)",
                today.minusMonths(8),
                Optional.of(today.plusMonths(28)));
    }

    private record Treated(UUID person, String unit, LocalDate start, LocalDate day, int born) {}

    /// Those whose treatment started in the region in the last year, in an order that does not depend on what persons
    /// are called in this installation: the clinic's first.
    private List<Treated> treated(LocalDate today) {
        var traced = timeline.snapshot().pathways();
        var timelines = traced.timelines();
        var all = new ArrayList<Treated>();
        for (int at = 0; at < traced.size(); at++) {
            var day = LocalDate.ofEpochDay(traced.end(at));
            if (traced.treated(at)
                    && timelines.regionText(traced.endRegion(at)).equals(REGION)
                    && day.isAfter(today.minusMonths(MONTHS))
                    && day.isBefore(today)) {
                all.add(new Treated(
                        UUID.fromString(timelines.person(traced.person(at))),
                        timelines.unitText(traced.endUnit(at)),
                        LocalDate.ofEpochDay(traced.start(at)),
                        day,
                        timelines.born(traced.person(at))));
            }
        }
        all.sort(Comparator.comparing((Treated one) -> !one.unit().equals(DemoPatient.CLINIC))
                .thenComparing(Treated::day)
                .thenComparing(Treated::start)
                .thenComparing(Treated::unit)
                .thenComparingInt(Treated::born));
        return all.stream().limit(MOST_TREATED).toList();
    }

    private void rehabilitation(Treated one, SplittableRandom chance) {
        var nurse = nurse(one.unit());
        if (chance.nextDouble() < 0.7) {
            var day = one.day().minusDays(chance.nextInt(8));
            var level = LEVELS.get(chance.nextInt(LEVELS.size()));
            var dimension = Entry.DIMENSIONS.get(chance.nextInt(Entry.DIMENSIONS.size()));
            entries.add(nurse, one.person(), What.NEED, dimension, level, latest(day, one.start()));
        }
        if (chance.nextDouble() < 0.8) {
            entries.add(nurse, one.person(), What.PLAN, "", answer(chance, 0.6), one.day());
        }
        if (chance.nextDouble() < 0.6) {
            var profession = PROFESSIONS.get(chance.nextInt(PROFESSIONS.size()));
            entries.add(nurse, one.person(), What.PROFESSION, profession, answer(chance, MOST_OFTEN), one.day());
        }
        if (chance.nextDouble() < 0.5) {
            var children = answer(chance, 0.4);
            entries.add(nurse, one.person(), What.CHILDREN, "", children, one.day());
            if (children.equals(Entry.YES) && chance.nextDouble() < MOST_OFTEN) {
                entries.add(nurse, one.person(), What.SUPPORT, "", answer(chance, 0.7), one.day());
            }
        }
    }

    private record Death(UUID person, String unit, LocalDate day) {}

    /// The points of those who died in the last two years; of some nobody has said anything.
    private void lastDays(LocalDate today, SplittableRandom chance) {
        var told = new ArrayList<Told>();
        for (var death : deaths(today)) {
            boolean said = chance.nextDouble() < 0.9;
            for (var point : points.counted()) {
                boolean known = said && chance.nextDouble() < MOST_OFTEN;
                double often = point.target().orElse(MOST_OFTEN) - 0.08;
                int before = point.earlier() ? 10 + chance.nextInt(30) : point.later() ? -30 : chance.nextInt(6);
                var answer = answer(chance, often);
                if (known && !death.day().minusDays(before).isAfter(today)) {
                    told.add(told(death, point, death.day().minusDays(before), answer));
                }
            }
        }
        values.add(told);
    }

    private static Told told(Death death, Point point, LocalDate day, String answer) {
        return new Told(
                death.person(),
                death.unit(),
                Origin.REGISTER,
                SOURCE,
                death.person() + "-" + point.key(),
                Fact.of(Kind.PALLIATIVE, point.key(), day).said(answer),
                null);
    }

    /// In an order that does not depend on what persons are called in this installation.
    private List<Death> deaths(LocalDate today) {
        var timelines = timeline.snapshot().pathways().timelines();
        int died = timelines.codes().indexOf(EndCode.DIED);
        long first = today.minusYears(2).toEpochDay();
        var all = new ArrayList<Death>();
        for (int person = 0; person < timelines.persons() && died >= 0; person++) {
            for (int row = timelines.from(person); row < timelines.to(person); row++) {
                if (timelines.code(row) == died && timelines.day(row) > first) {
                    all.add(new Death(
                            UUID.fromString(timelines.person(person)),
                            timelines.unitText(timelines.unit(row)),
                            LocalDate.ofEpochDay(timelines.day(row))));
                    break;
                }
            }
        }
        all.sort(Comparator.comparing(Death::day).thenComparing(Death::unit));
        return all;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static String answer(SplittableRandom chance, double yes) {
        return chance.nextDouble() < yes ? Entry.YES : Entry.NO;
    }

    private static Acting nurse(String unit) {
        var assignment = new Assignment(Role.CONTACT_NURSE, unit);
        return new Acting(new Account("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska", assignment), assignment);
    }
}
