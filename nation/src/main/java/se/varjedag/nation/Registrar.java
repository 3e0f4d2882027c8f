package se.varjedag.nation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.CareEvent.Status;

/// Writes down what happens, as people do: mostly at once and right, sometimes late, twice, or wrong.
///
/// The rates of faults are assumed. What is written never changes what happens: its chance is drawn apart.
class Registrar {
    private static final int HORIZON = 1024;
    private static final int SECONDS_OF_DAY = 86_400;

    private final NationOptions options;
    private final Sweden sweden;
    private final String[] prefixes;
    private final @Nullable String[][] codes;
    private final EventSink sink;
    private final List<List<CareEvent>> waiting = new ArrayList<>();
    private final List<Patient> fromBefore = new ArrayList<>();
    private final int lastDay;
    private final int lastKnown;
    private boolean open;
    private int today;

    Registrar(NationOptions options, Sweden sweden, List<String> prefixes, EventSink sink) {
        this.options = options;
        this.sweden = sweden;
        this.prefixes = prefixes.toArray(String[]::new);
        this.sink = sink;
        codes = new String[prefixes.size()][100];
        for (int at = 0; at < HORIZON; at++) {
            waiting.add(new ArrayList<>());
        }
        lastDay = (int) options.lastDay().toEpochDay();
        lastKnown = (int) options.until()
                .map(LocalDate::toEpochDay)
                .orElse((long) Integer.MAX_VALUE)
                .longValue();
    }

    /// The first year begins: those still open are told from their beginning.
    void open(int firstDay) {
        open = true;
        for (var patient : fromBefore) {
            var held = patient.held;
            if (held != null && !patient.closed) {
                held.forEach(row -> put(Math.max(firstDay, row.day()), row.event()));
            }
            patient.held = null;
        }
        fromBefore.clear();
    }

    void endOfDay(int day) {
        var rows = waiting.get(Math.floorMod(day, HORIZON));
        if (day <= lastKnown) {
            rows.forEach(sink::accept);
        }
        rows.clear();
    }

    /// What got known after the last day that anything happened on.
    void close(int day) {
        for (int later = day + 1; later < day + HORIZON; later++) {
            endOfDay(later);
        }
    }

    private void put(int day, CareEvent event) {
        waiting.get(Math.floorMod(day, HORIZON)).add(event);
    }

    void begins(Patient patient, PathwayModel model, int day) {
        today = day;
        if (!patient.told) {
            return;
        }
        if (!open) {
            fromBefore.add(patient);
        } else {
            patient.held = null;
        }
        var records = patient.records;
        int unit = records.happens(0.62)
                ? sweden.primaryCare(patient.region, records.unit())
                : sweden.clinic(patient.region, patient.hospital, model.specialty());
        if (records.happens(model.filter() * 0.7)) {
            write(patient, code(patient.pathway, 5), unit, day - records.between(2, 14), "", "");
        }
        if (options.subprocesses() && model.specialty() == Specialty.SKIN && records.happens(0.3)) {
            write(
                    patient,
                    "pathology-reported",
                    sweden.laboratory(patient.region),
                    day - records.between(0, 3),
                    prefixes[patient.pathway],
                    "P0-" + patient.person.id());
        }
        write(patient, code(patient.pathway, 10), unit, day, "", "");
        if (records.happens(0.005)) {
            int again = sweden.clinic(patient.region, patient.hospital, model.specialty());
            write(patient, code(patient.pathway, 10), again, day + records.between(1, 6), "", "");
        }
    }

    void point(Patient patient, int suffix, int unit, int day) {
        today = day;
        if (!patient.told) {
            return;
        }
        double written = suffix == 25 ? 0.93 : suffix == 22 ? 0.9 : suffix == 35 ? 0.85 : 0.78;
        if (patient.records.happens(written)) {
            write(patient, code(patient.pathway, suffix), unit, day, "", "");
        }
        double fault = patient.records.unit();
        if (fault < 0.002) {
            write(patient, code(patient.pathway, fault < 0.001 ? 42 : 99), unit, day, "", "");
        } else if (fault < 0.006) {
            mistaken(patient, code(patient.pathway, suffix), unit, day);
        }
    }

    void decided(Patient patient, PathwayModel model, int day) {
        today = day;
        if (patient.told) {
            int unit = sweden.clinic(patient.region, patient.hospital, model.specialty());
            write(patient, code(patient.pathway, 44), unit, day, "", "");
        }
    }

    void sent(Patient patient, int unit, int day) {
        today = day;
        if (patient.told && patient.records.happens(0.8)) {
            write(patient, code(patient.pathway, 90), unit, day, "", "");
        }
    }

    void received(Patient patient, int unit, int day) {
        today = day;
        if (patient.told && patient.records.happens(0.96)) {
            write(patient, code(patient.pathway, 91), unit, day, "", "");
        }
    }

    void subprocess(Patient patient, String point, int unit, int day, String ref) {
        today = day;
        if (!patient.told || !options.subprocesses() || !patient.records.happens(0.975)) {
            return;
        }
        var prefix = patient.records.happens(0.85) ? prefixes[patient.pathway] : "";
        write(
                patient,
                point,
                unit,
                day,
                prefix,
                ref.isEmpty() ? "" : ref + "-" + patient.person.id().substring(2));
    }

    /// A point of one outside the pathways.
    void outside(Attended patient, String point, int unit, int day, String ref) {
        today = day;
        if (patient.told && patient.records.happens(0.975)) {
            write(patient, point, unit, day, "", ref + "-" + patient.person.id().substring(2));
        }
    }

    void ends(Patient patient, PathwayModel model, int unit, int day) {
        today = day;
        boolean died = patient.outcome == Patient.DIED;
        patient.person.dead |= died;
        if (patient.told) {
            writeEnd(patient, died ? "died" : code(patient.pathway, patient.outcome), unit, day);
            laterDeath(patient, model, unit, day);
        }
        patient.held = null;
    }

    private void writeEnd(Patient patient, String code, int unit, int day) {
        double fault = patient.records.unit();
        if (fault < 0.006) {
            return;
        }
        if (fault < 0.0075) {
            write(patient, code, unit, patient.start - patient.records.between(3, 40), "", "");
            return;
        }
        write(patient, code, unit, day, "", "");
        if (fault < 0.0095) {
            write(
                    patient,
                    code(patient.pathway, Outcomes.DISMISSED),
                    unit,
                    day + patient.records.between(2, 20),
                    "",
                    "");
        }
    }

    private void laterDeath(Patient patient, PathwayModel model, int unit, int day) {
        if (patient.outcome < Outcomes.SURGERY || patient.outcome > 60 || patient.person.dead) {
            return;
        }
        boolean grave = model.specialty() == Specialty.UPPER_ABDOMEN || model.specialty() == Specialty.LUNG;
        double dies = patient.outcome == 58 ? 0.35 : grave ? 0.06 : 0.005;
        if (patient.records.happens(dies)) {
            int days = 5 + (int) Math.min(400, patient.records.exponential(patient.outcome == 58 ? 70 : 200));
            patient.person.dead = true;
            write(patient, "died", unit, day + days, "", "");
        }
    }

    /// A row that should not have been, taken back some days later.
    private void mistaken(Attended patient, String code, int unit, int day) {
        var id = nextId(patient);
        int known = day + lag(patient.records);
        var row = row(patient, code, unit, day - 1, "", "", id);
        keep(patient, known, row.learnt(moment(known, patient.records)));
        int taken = known + patient.records.between(2, 20);
        keep(patient, taken, row.with(Status.WITHDRAWN).learnt(moment(taken, patient.records)));
    }

    /// Writes what happened on a day, today or soon after that day.
    private void write(Attended patient, String code, int unit, int day, String pathway, String ref) {
        if (day > lastDay) {
            return;
        }
        var records = patient.records;
        var id = nextId(patient);
        int known = Math.max(today, day + lag(records));
        var row = row(patient, code, unit, day, pathway, ref, id);
        if (records.happens(0.006)) {
            int wrong = day - records.between(1, 8);
            keep(
                    patient,
                    known,
                    row(patient, code, unit, wrong, pathway, ref, id).learnt(moment(known, records)));
            known += records.between(2, 40);
        }
        keep(patient, known, row.learnt(moment(known, records)));
    }

    private void keep(Attended patient, int known, CareEvent event) {
        var held = patient.held;
        if (held != null) {
            held.add(new Registration(known, event));
        } else {
            put(Math.max(known, (int) event.day().toEpochDay()), event);
        }
    }

    private CareEvent row(Attended patient, String code, int unit, int day, String pathway, String ref, String id) {
        var place = sweden.units.get(unit);
        var person = patient.person;
        double fault = patient.records.unit();
        return new CareEvent(
                person.id(),
                code,
                LocalDate.ofEpochDay(day),
                place.id(),
                fault < 0.004 ? "" : place.region(),
                fault > 0.997 ? "" : sweden.regions.get(person.home).code(),
                fault > 0.995 && fault <= 0.997 ? "" : person.female ? "F" : "M",
                fault > 0.99 && fault <= 0.992 ? null : person.born,
                pathway,
                "sim-" + place.region(),
                id,
                Status.DONE,
                null,
                ref);
    }

    private static String nextId(Attended patient) {
        return patient.person.id() + "-" + patient.person.nextRow();
    }

    /// Days from what happened to its registration.
    private static int lag(Chance records) {
        double at = records.unit();
        if (at < 0.7) {
            return 0;
        }
        if (at < 0.88) {
            return 1;
        }
        return at < 0.98 ? records.between(2, 9) : records.between(15, 90);
    }

    private static Instant moment(int day, Chance records) {
        return Instant.ofEpochSecond((long) day * SECONDS_OF_DAY + 6 * 3600 + (long) records.between(0, 599) * 60);
    }

    private String code(int pathway, int suffix) {
        var known = codes[pathway][suffix];
        if (known == null) {
            known = prefixes[pathway] + (suffix < 10 ? "0" : "") + suffix;
            codes[pathway][suffix] = known;
        }
        return known;
    }
}
