package se.varjedag.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Imaging and specimens of patients who have no pathway, beside those who have one.
///
/// Assumed, not measured: nobody has published how many they are or how long they wait (`outside.csv`). What happens to
/// them depends on the pathways ([OutsideQueue]); the pathways do not depend on them, so their days are the same with
/// and without. They are told from the first year's first day on, each person once.
final class Outside {
    private static final int FIRST_STREAM = 100;
    private static final long OUTSIDE = 1L << 38;
    /// Of the referrals and specimens, the share that primary care sends.
    private static final double PRIMARY_CARE = 0.45;

    private final NationOptions options;
    private final Sweden sweden;
    private final Stations stations;
    private final CareCalendar calendar;
    private final Registrar registrar;
    private final List<Inflow> inflows = new ArrayList<>();
    private final Map<Service, Double> backlogs = new EnumMap<>(Service.class);
    private final IdentityHashMap<Station, OutsideQueue> queues = new IdentityHashMap<>();
    private final List<OutsideQueue> all = new ArrayList<>();
    private final double[] weight;
    private final Map<Integer, List<OutsidePatient>> travelling = new HashMap<>();
    private final int firstDay;

    /// What comes to a service.
    ///
    /// @param stream tells its chance from that of the others
    /// @param yearly so many a year in the nation
    /// @param soon   the share that is taken before the others
    private record Inflow(Service service, int stream, double yearly, double soon) {}

    Outside(
            NationOptions options,
            Sweden sweden,
            Volumes volumes,
            Stations stations,
            CareCalendar calendar,
            Registrar registrar) {
        this.options = options;
        this.sweden = sweden;
        this.stations = stations;
        this.calendar = calendar;
        this.registrar = registrar;
        firstDay = (int) LocalDate.of(options.firstYear(), 1, 1).toEpochDay();
        int stream = 0;
        for (var row : Table.read("outside.csv")) {
            var service = Service.valueOf(row.text("service"));
            backlogs.put(service, row.number("backlog_days"));
            if (row.number("yearly") > 0) {
                inflows.add(new Inflow(service, stream++, row.number("yearly"), row.number("soon")));
            }
        }
        weight = new double[sweden.regions.size()];
        for (int region = 0; region < weight.length; region++) {
            weight[region] = volumes.weight(region);
            expect(region);
        }
    }

    private void expect(int region) {
        var hospitals = sweden.hospitals(region);
        for (var inflow : inflows) {
            double daily = inflow.yearly() / 365 * weight[region] * Math.max(1, options.scale());
            for (int hospital = 0; hospital < hospitals.size(); hospital++) {
                double here = daily * hospitals.get(hospital).share();
                queue(stations.at(inflow.service(), region, hospital)).expect(here);
                if (inflow.service() != Service.LABORATORY) {
                    queue(stations.at(Service.READING, region, hospital)).expect(here);
                }
            }
        }
    }

    private OutsideQueue queue(Station station) {
        return queues.computeIfAbsent(station, absent -> {
            double backlog = Objects.requireNonNull(backlogs.get(absent.service));
            var queue = new OutsideQueue(absent, backlog);
            all.add(queue);
            return queue;
        });
    }

    /// Plans the week that begins this day, after the pathways' own.
    void plan() {
        all.forEach(OutsideQueue::plan);
    }

    /// Those who come this day, and the specimens that arrive.
    void arrive(int day) {
        double share = calendar.arrivals(day) * Math.max(1, options.scale());
        for (int region = 0; region < weight.length; region++) {
            for (var inflow : inflows) {
                long key = Chance.key(options.seed(), region, FIRST_STREAM + inflow.stream(), day);
                int come = new Chance(key).poisson(inflow.yearly() * weight[region] * share);
                for (int at = 0; at < come; at++) {
                    begin(region, inflow, day, at);
                }
            }
        }
        var here = travelling.remove(day);
        if (here != null) {
            here.forEach(patient -> received(patient, day));
        }
    }

    private void begin(int region, Inflow inflow, int day, int index) {
        long packed = OUTSIDE
                | ((long) (day & 0xFFFF) << 22)
                | ((long) region << 17)
                | ((long) inflow.stream() << 12)
                | (index & 0xFFF);
        long number = Person.scatter(packed, options.seed());
        var chance = new Chance(Chance.key(options.seed(), number, 1, 0));
        int age = Math.clamp(Math.round(60 + 17 * chance.normal()), 18, 97);
        int born = LocalDate.ofEpochDay(day).getYear() - age;
        var person = new Person(number, region, chance.happens(0.54), born);
        var patient = new OutsidePatient(
                person,
                day >= firstDay && Simulation.sampled(number, options),
                sweden.hospital(region, chance.unit()),
                chance,
                inflow.soon());
        int from = sender(patient);
        if (inflow.service() == Service.LABORATORY) {
            registrar.outside(patient, "specimen-taken", from, day, "P1");
            int days = sweden.regions.get(region).transportDays();
            travelling
                    .computeIfAbsent(calendar.afterWorkingDays(day, Math.max(1, days)), absent -> new ArrayList<>())
                    .add(patient);
        } else {
            registrar.outside(patient, "imaging-referral", from, day, "B1");
            queue(stations.at(inflow.service(), region, patient.hospital)).join(patient, day);
        }
    }

    private int sender(OutsidePatient patient) {
        if (patient.unit < PRIMARY_CARE) {
            return sweden.primaryCare(patient.region, patient.unit / PRIMARY_CARE);
        }
        var specialties = Specialty.values();
        double left = (patient.unit - PRIMARY_CARE) / (1 - PRIMARY_CARE);
        return sweden.clinic(patient.region, patient.hospital, specialties[(int) (left * specialties.length)]);
    }

    private void received(OutsidePatient patient, int day) {
        var station = stations.at(Service.LABORATORY, patient.region, patient.hospital);
        registrar.outside(patient, "specimen-received", sweden.laboratory(station.region), day, "P1");
        queue(station).join(patient, day);
    }

    /// Serves those whose turn it is on a working day.
    void serve(int day) {
        for (var queue : all) {
            for (var patient : queue.serve()) {
                served(patient, queue.station, day);
            }
        }
    }

    private void served(OutsidePatient patient, Station station, int day) {
        if (station.service == Service.LABORATORY) {
            registrar.outside(patient, "pathology-reported", sweden.laboratory(station.region), day, "P1");
        } else if (station.service == Service.READING) {
            registrar.outside(patient, "imaging-reported", sweden.imaging(patient.region, patient.hospital), day, "B1");
        } else {
            registrar.outside(
                    patient, "imaging-performed", sweden.imaging(patient.region, patient.hospital), day, "B1");
            queue(stations.at(Service.READING, patient.region, patient.hospital))
                    .join(patient, day);
        }
    }
}
