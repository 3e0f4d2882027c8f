package se.varjedag.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The days of the nation, one after another: who comes, whose turn it is, who is done.
///
/// At a scale below 1 the whole country still goes through the queues and a sample of it is told; so queues keep
/// their meaning however small the file. Above 1 the country itself is larger. The first months fill the queues and
/// are told only of those still open.
final class Simulation {
    private static final int FILLING_DAYS = 130;
    private static final int SETTLING_DAYS = 150;
    private static final int HORIZON = 1024;
    private static final int REMEMBERED = 256;
    /// Of those who come, the share who came once before and were dismissed (assumed).
    private static final double AGAIN = 0.012;
    /// Of those in whom another cancer was found, the share whose cancer has a pathway of its own (assumed).
    private static final double FOUND = 0.5;

    private final NationOptions options;
    private final Volumes volumes;
    private final Stations stations;
    private final Sweden sweden;
    private final CareCalendar calendar;
    private final Registrar registrar;
    private final Journey journey;
    private final @Nullable Outside outside;
    private final List<List<Patient>> ready = new ArrayList<>();
    private final @Nullable Person[][] dismissed;
    private final int firstDay;
    private final int lastDay;
    private final int begin;

    Simulation(NationOptions options, Volumes volumes, List<Table.Row> queues, Sweden sweden, Registrar registrar) {
        this.options = options;
        this.volumes = volumes;
        this.sweden = sweden;
        this.registrar = registrar;
        firstDay = (int) LocalDate.of(options.firstYear(), 1, 1).toEpochDay();
        lastDay = (int) options.lastDay().toEpochDay();
        begin = firstDay - FILLING_DAYS - SETTLING_DAYS;
        calendar = new CareCalendar(LocalDate.ofEpochDay(begin), LocalDate.ofEpochDay(lastDay + HORIZON + 10));
        stations = new Stations(sweden, queues);
        dismissed = new Person[sweden.regions.size()][REMEMBERED];
        for (int at = 0; at < HORIZON; at++) {
            ready.add(new ArrayList<>());
        }
        journey = new Journey(sweden, stations, volumes, calendar, registrar, this::schedule);
        outside = options.outside() ? new Outside(options, sweden, volumes, stations, calendar, registrar) : null;
    }

    void run() {
        for (int day = begin; day <= lastDay; day++) {
            if (day == firstDay) {
                registrar.open(firstDay);
            }
            if (Math.floorMod(day, 7) == 4 || day == begin) {
                stations.plan(day, volumes, calendar, usual(day), day < begin + FILLING_DAYS);
                if (outside != null) {
                    outside.plan();
                }
            }
            arrive(day);
            var today = ready.get(Math.floorMod(day, HORIZON));
            for (int at = 0; at < today.size(); at++) {
                go(today.get(at), day);
            }
            today.clear();
            if (calendar.working(day)) {
                serve(day);
            }
            registrar.endOfDay(day);
        }
        registrar.close(lastDay);
    }

    private double usual(int day) {
        double week = 0;
        for (int at = 0; at < 7; at++) {
            week += calendar.arrivals(day + at);
        }
        return Math.max(0.3, week * 365 / 7);
    }

    private void serve(int day) {
        for (var station : stations.all()) {
            for (var patient : station.serve()) {
                journey.served(patient, station, day);
                follow(patient, day);
            }
        }
        if (outside != null) {
            outside.serve(day);
        }
    }

    private void go(Patient patient, int day) {
        journey.advance(patient, day);
        follow(patient, day);
    }

    private void schedule(Patient patient, int day) {
        ready.get(Math.floorMod(day, HORIZON)).add(patient);
    }

    /// One in whom another cancer was found goes on in that cancer's pathway; a dismissed suspicion may come again.
    private void follow(Patient patient, int day) {
        if (!patient.closed || patient.followed) {
            return;
        }
        patient.followed = true;
        var person = patient.person;
        if (patient.outcome == Outcomes.DISMISSED) {
            dismissed[person.home][(int) (person.number & (REMEMBERED - 1))] = person;
        }
        if (patient.outcome == Outcomes.OTHER_CANCER && day < lastDay && patient.chance.happens(FOUND)) {
            int next = byCases(patient.chance.unit());
            if (next != patient.pathway && suits(volumes.pathways().get(next), person)) {
                begin(person, next, day + 1, patient.chance.bits(), true);
            }
        }
    }

    private int byCases(double unit) {
        double left = unit
                * volumes.pathways().stream()
                        .filter(model -> !model.closesByConversation())
                        .mapToDouble(PathwayModel::cases)
                        .sum();
        for (int at = 0; at < volumes.pathways().size(); at++) {
            var model = volumes.pathways().get(at);
            left -= model.closesByConversation() ? 0 : model.cases();
            if (left < 0) {
                return at;
            }
        }
        return 0;
    }

    private static boolean suits(PathwayModel model, Person person) {
        return person.female ? model.female() > 0.1 : model.female() < 0.9;
    }

    private void arrive(int day) {
        double share = calendar.arrivals(day) * Math.max(1, options.scale());
        var starts = volumes.starts(LocalDate.ofEpochDay(day).getYear());
        if (outside != null) {
            outside.arrive(day);
        }
        for (int region = 0; region < sweden.regions.size(); region++) {
            for (int pathway = 0; pathway < volumes.pathways().size(); pathway++) {
                double mean = starts[region][pathway] * share;
                long key = Chance.key(options.seed(), region, pathway, day);
                int come = new Chance(key).poisson(mean);
                for (int at = 0; at < come; at++) {
                    arrive(region, pathway, day, at);
                }
            }
        }
    }

    private void arrive(int region, int pathway, int day, int index) {
        long packed = ((long) (day & 0xFFFF) << 22) | ((long) region << 17) | ((long) pathway << 12) | (index & 0xFFF);
        long number = Person.scatter(packed, options.seed());
        var chance = new Chance(Chance.key(options.seed(), number, 1, 0));
        var model = volumes.pathways().get(pathway);
        var person = again(region, model, chance);
        if (person == null) {
            int age = Math.clamp(Math.round(model.age() + model.spread() * chance.normal()), 18, 97);
            if (chance.happens(0.0002)) {
                age = 16;
            }
            int born = LocalDate.ofEpochDay(day).getYear() - age;
            person = new Person(number, region, chance.happens(model.female()), born);
        }
        begin(person, pathway, day, chance.bits(), false);
    }

    /// Every now and then somebody whose suspicion was dismissed comes again.
    private @Nullable Person again(int region, PathwayModel model, Chance chance) {
        boolean again = chance.happens(AGAIN);
        int which = chance.between(0, REMEMBERED - 1);
        var person = again ? dismissed[region][which] : null;
        if (person == null || person.dead || !suits(model, person)) {
            return null;
        }
        dismissed[region][which] = null;
        return person;
    }

    /// Whether the file holds the person of this number.
    static boolean sampled(long number, NationOptions options) {
        return options.scale() >= 1 || (Chance.mix(number + 77) >>> 11) * 0x1.0p-53 < options.scale();
    }

    private void begin(Person person, int pathway, int day, long key, boolean sick) {
        var model = volumes.pathways().get(pathway);
        var chance = new Chance(key);
        boolean notMet = !sick && chance.happens(Volumes.NOT_MET / (1 + Volumes.NOT_MET));
        boolean reaches = !notMet && (sick || chance.happens(model.yield()));
        int outcome = notMet ? Outcomes.NOT_MET : reaches ? model.treatment(chance) : Outcomes.leaving(model, chance);
        int to = reaches ? journey.treatedIn(person.home, model, outcome, chance) : person.home;
        var route = Routes.of(model, outcome, reaches, to != person.home, chance);
        var patient = new Patient(person, pathway, day, chance, sampled(person.number, options), outcome, route);
        patient.transferTo = to;
        patient.hospital = sweden.hospital(person.home, chance.unit());
        patient.priority = priority(model, chance);
        journey.begin(patient, day);
    }

    private static double priority(PathwayModel model, Chance chance) {
        double at = chance.unit();
        return switch (model.urgency()) {
            case 0 -> -2;
            case 1 -> at < 0.45 ? -0.7 : at < 0.9 ? -0.2 : 0.3;
            case 3 -> at < 0.15 ? -0.3 : at < 0.5 ? 0.5 : 1.5;
            default -> at < 0.15 ? -0.7 : at < 0.75 ? 0 : 0.6;
        };
    }
}
