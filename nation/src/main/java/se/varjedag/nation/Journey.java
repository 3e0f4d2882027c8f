package se.varjedag.nation;

import java.util.function.ObjIntConsumer;

/// Takes patients through their steps: books, joins queues, and goes on when their turn has come.
final class Journey {
    private static final int BOOKED = 1;
    private static final int SECOND_QUEUE = 2;
    /// The mean of an own delay, in days: another illness to treat first, an operation declined at first, time to think
    /// (assumed).
    static final double OWN_DAYS = 38;

    private final Sweden sweden;
    private final Stations stations;
    private final Volumes volumes;
    private final CareCalendar calendar;
    private final Registrar registrar;
    private final ObjIntConsumer<Patient> later;
    private int day;

    Journey(
            Sweden sweden,
            Stations stations,
            Volumes volumes,
            CareCalendar calendar,
            Registrar registrar,
            ObjIntConsumer<Patient> later) {
        this.sweden = sweden;
        this.stations = stations;
        this.volumes = volumes;
        this.calendar = calendar;
        this.registrar = registrar;
        this.later = later;
    }

    private PathwayModel model(Patient patient) {
        return volumes.pathways().get(patient.pathway);
    }

    void begin(Patient patient, int today) {
        registrar.begins(patient, model(patient), today);
        boolean atOnce = patient.outcome != Outcomes.NOT_MET;
        later.accept(patient, atOnce ? today : calendar.workingFrom(today + patient.chance.between(0, 5)));
    }

    /// The region where one with this outcome is treated.
    int treatedIn(int home, PathwayModel model, int outcome, Chance chance) {
        if (outcome == Outcomes.RADIOTHERAPY) {
            return stations.place(Service.RADIOTHERAPY, home);
        }
        boolean surgery = outcome == Outcomes.SURGERY || outcome == Outcomes.OTHER_TREATMENT;
        return surgery && chance.happens(model.central())
                ? sweden.number(sweden.regions.get(home).university())
                : home;
    }

    /// Goes on with the step the patient stands before.
    void advance(Patient patient, int today) {
        day = today;
        switch (patient.step()) {
            case REFERRAL -> referral(patient);
            case VISIT -> book(patient, Service.VISIT, "");
            case CT -> book(patient, Service.CT, "imaging-referral");
            case MR -> book(patient, Service.MR, "imaging-referral");
            case ULTRASOUND -> book(patient, Service.ULTRASOUND, "imaging-referral");
            case PET -> book(patient, Service.PET, "imaging-referral");
            case ENDOSCOPY -> book(patient, Service.ENDOSCOPY, "");
            case SPECIMEN -> specimen(patient);
            case OPERATION -> book(patient, Service.THEATRE, "");
            case CONFERENCE -> conference(patient);
            case INFORM -> inform(patient);
            case DECIDE -> {
                patient.extended = true;
                registrar.decided(patient, model(patient), today);
                next(patient, today);
            }
            case OWN_TIME -> {
                patient.at++;
                patient.phase = 0;
                int days = 2 + (int) Math.min(300, patient.chance.exponential(OWN_DAYS));
                later(patient, calendar.workingFrom(today + days));
            }
            case TRANSFER -> transfer(patient);
            case END -> end(patient);
        }
    }

    /// Goes on with the same step on that day; at once if it is today.
    private void later(Patient patient, int when) {
        if (when <= day) {
            advance(patient, day);
        } else {
            later.accept(patient, when);
        }
    }

    /// On to the next step, on a day not before today.
    private void next(Patient patient, int when) {
        patient.at++;
        patient.phase = 0;
        if (when <= day) {
            advance(patient, day);
        } else {
            later(patient, when);
        }
    }

    private void referral(Patient patient) {
        if (patient.phase == 0) {
            patient.phase = BOOKED;
            int days = patient.priority < -1 ? 0 : patient.chance.between(0, 2);
            later(patient, calendar.workingFrom(day + days));
        } else {
            registrar.subprocess(patient, "referral-received", clinic(patient), day, "");
            next(patient, day);
        }
    }

    private int clinic(Patient patient) {
        return sweden.clinic(patient.region, patient.hospital, model(patient).specialty());
    }

    private void book(Patient patient, Service service, String referral) {
        var station = stations.of(service, patient, model(patient).specialty());
        if (patient.phase != 0) {
            join(patient, service, station);
            return;
        }
        if (!referral.isEmpty()) {
            patient.refs++;
            registrar.subprocess(patient, referral, clinic(patient), day, "B" + patient.refs);
        }
        patient.phase = BOOKED;
        int days = station.planning(patient);
        if (days == 0) {
            join(patient, service, station);
        } else {
            later(patient, day + days);
        }
    }

    private void join(Patient patient, Service service, Station station) {
        patient.queue = service;
        station.join(patient, day);
    }

    private void specimen(Patient patient) {
        var station = stations.of(Service.LABORATORY, patient, model(patient).specialty());
        if (patient.phase == 0) {
            patient.refs++;
            registrar.subprocess(patient, "specimen-taken", clinic(patient), day, "P" + patient.refs);
            patient.phase = BOOKED;
            int days = sweden.regions.get(patient.region).transportDays();
            later(patient, calendar.afterWorkingDays(day, patient.priority < -1 ? 0 : days));
        } else {
            int laboratory = sweden.laboratory(station.region);
            registrar.subprocess(patient, "specimen-received", laboratory, day, "P" + patient.refs);
            join(patient, Service.LABORATORY, station);
        }
    }

    private void conference(Patient patient) {
        if (patient.phase == 0) {
            patient.phase = BOOKED;
            later(patient, patient.priority < -1 ? day : conferenceAfter(patient));
        } else {
            registrar.point(patient, 35, clinic(patient), day);
            next(patient, calendar.workingFrom(day + patient.chance.between(0, 3)));
        }
    }

    /// The conference of a pathway meets once a week in each region, on its own weekday; that of a large pathway twice.
    private int conferenceAfter(Patient patient) {
        int weekday = (patient.pathway + patient.region) % 5;
        boolean twice = model(patient).cases() > 3000;
        int when = calendar.workingFrom(day + 1);
        while (Math.floorMod(when + 3, 7) != weekday && !(twice && Math.floorMod(when + 5, 7) == weekday)) {
            when = calendar.workingFrom(when + 1);
        }
        return when;
    }

    private void inform(Patient patient) {
        if (patient.phase == 0) {
            patient.phase = BOOKED;
            int days = patient.priority < -1 ? 0 : patient.chance.between(1, 6);
            later(patient, calendar.workingFrom(day + days));
        } else {
            registrar.point(patient, 40, clinic(patient), day);
            next(patient, day);
        }
    }

    private void transfer(Patient patient) {
        if (patient.phase == 0) {
            registrar.sent(patient, clinic(patient), day);
            patient.phase = BOOKED;
            later(patient, calendar.workingFrom(day + patient.chance.between(1, 6)));
        } else {
            patient.region = patient.transferTo;
            patient.hospital = 0;
            registrar.received(patient, clinic(patient), day);
            next(patient, day);
        }
    }

    private void end(Patient patient) {
        boolean surgery = patient.outcome == Outcomes.SURGERY || patient.outcome == Outcomes.OTHER_TREATMENT;
        if (surgery) {
            book(patient, Service.THEATRE, "");
        } else if (patient.outcome == Outcomes.RADIOTHERAPY) {
            book(patient, Service.RADIOTHERAPY, "");
        } else if (patient.outcome == Outcomes.DRUG) {
            book(patient, Service.DRUGS, "");
        } else if (patient.phase == 0 && patient.outcome != Outcomes.NOT_MET) {
            patient.phase = BOOKED;
            later(patient, calendar.workingFrom(day + patient.chance.between(0, 7)));
        } else {
            close(patient, clinic(patient));
        }
    }

    private void close(Patient patient, int unit) {
        patient.closed = true;
        registrar.ends(patient, model(patient), unit, day);
    }

    /// It was the patient's turn.
    void served(Patient patient, Station station, int today) {
        day = today;
        switch (patient.queue) {
            case VISIT -> {
                registrar.point(patient, 25, clinic(patient), day);
                next(patient, day);
            }
            case CT, MR, ULTRASOUND, PET -> {
                registrar.subprocess(patient, "imaging-performed", imaging(patient, station), day, "B" + patient.refs);
                patient.phase = SECOND_QUEUE;
                join(
                        patient,
                        Service.READING,
                        stations.of(Service.READING, patient, model(patient).specialty()));
            }
            case READING -> {
                registrar.subprocess(patient, "imaging-reported", imaging(patient, station), day, "B" + patient.refs);
                next(patient, calendar.workingFrom(day + 1));
            }
            case ENDOSCOPY -> next(patient, day);
            case LABORATORY -> {
                registrar.subprocess(
                        patient, "pathology-reported", sweden.laboratory(station.region), day, "P" + patient.refs);
                next(patient, patient.priority < -1 ? day : calendar.workingFrom(day + 1));
            }
            case THEATRE -> {
                if (patient.step() == Step.OPERATION) {
                    registrar.point(patient, 22, clinic(patient), day);
                    next(patient, day);
                } else {
                    close(patient, clinic(patient));
                }
            }
            case RADIOTHERAPY -> close(patient, sweden.radiotherapy(station.region));
            case DRUGS ->
                close(
                        patient,
                        model(patient).specialty() == Specialty.HAEMATOLOGY
                                ? clinic(patient)
                                : sweden.oncology(station.region));
        }
    }

    private int imaging(Patient patient, Station station) {
        boolean elsewhere = station.region != patient.region;
        return elsewhere ? sweden.imaging(station.region, 0) : sweden.imaging(patient.region, patient.hospital);
    }
}
