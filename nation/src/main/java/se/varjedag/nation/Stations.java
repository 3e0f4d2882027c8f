package se.varjedag.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Every queue of the nation, found by what is wanted and where.
final class Stations {
    private final Sweden sweden;
    private final Map<String, double[]> settings = new HashMap<>();
    private final List<Station> all = new ArrayList<>();
    private final Map<Service, List<Map<Specialty, Station>>> bySpecialty = new EnumMap<>(Service.class);
    /// Those of each hospital, or one for each region.
    private final Map<Service, List<Station>> byPlace = new EnumMap<>(Service.class);
    private final List<String> specialties = new ArrayList<>();
    private final List<Shortage> shortages;

    /// A time when a service has fewer hands than usual.
    private record Shortage(int region, Service service, String specialty, int from, int to, double capacity) {
        static Shortage of(Table.Row row, Sweden sweden) {
            return new Shortage(
                    sweden.number(row.text("region")),
                    Service.valueOf(row.text("service")),
                    row.text("specialty"),
                    (int) LocalDate.parse(row.text("from")).toEpochDay(),
                    (int) LocalDate.parse(row.text("to")).toEpochDay(),
                    row.number("capacity"));
        }
    }

    Stations(Sweden sweden, List<Table.Row> queues) {
        this.sweden = sweden;
        for (var row : queues) {
            settings.put(
                    row.text("service") + " " + row.text("specialty"),
                    new double[] {row.number("backlog_days"), row.number("planning_days")});
        }
        for (var service : Service.values()) {
            for (int region = 0; region < sweden.regions.size(); region++) {
                add(service, region);
            }
        }
        shortages = Table.read("shortages.csv").stream()
                .map(row -> Shortage.of(row, sweden))
                .toList();
    }

    private void add(Service service, int region) {
        if (service.bySpecialty()) {
            var here = new EnumMap<Specialty, Station>(Specialty.class);
            for (var specialty : Specialty.values()) {
                here.put(specialty, station(service, region, specialty.name()));
            }
            bySpecialty.computeIfAbsent(service, key -> new ArrayList<>()).add(here);
            return;
        }
        int count = service.byHospital() ? sweden.hospitals(region).size() : 1;
        for (int at = 0; at < count; at++) {
            byPlace.computeIfAbsent(service, key -> new ArrayList<>()).add(station(service, region, ""));
        }
    }

    private Station station(Service service, int region, String specialty) {
        var setting = settings.getOrDefault(service + " " + specialty, settings.get(service + " "));
        Objects.requireNonNull(setting, () -> "queues.csv lacks " + service + " " + specialty);
        var station = new Station(service, region, setting[0], setting[1]);
        all.add(station);
        specialties.add(specialty);
        return station;
    }

    /// Where this patient queues for the service.
    Station of(Service service, Patient patient, Specialty specialty) {
        int region = place(service, patient.region);
        if (service.bySpecialty()) {
            var here = Objects.requireNonNull(bySpecialty.get(service)).get(region);
            return Objects.requireNonNull(here.get(specialty));
        }
        return at(service, patient.region, patient.hospital);
    }

    /// Where those who live near the hospital queue for a service that all specialties share.
    Station at(Service service, int home, int hospital) {
        int region = place(service, home);
        int place =
                service.byHospital() ? sweden.hospitals(region).get(hospital).number() : region;
        return Objects.requireNonNull(byPlace.get(service)).get(place);
    }

    /// The region that does it for patients of this one.
    int place(Service service, int region) {
        var here = sweden.regions.get(region);
        return switch (service) {
            case LABORATORY -> sweden.number(here.laboratory());
            case RADIOTHERAPY -> sweden.number(here.radiotherapy());
            case PET -> sweden.number(here.university());
            default -> region;
        };
    }

    List<Station> all() {
        return all;
    }

    /// Plans the week that begins this day, everywhere.
    void plan(int day, Volumes volumes, CareCalendar calendar, double usual, boolean filling) {
        var date = LocalDate.ofEpochDay(day);
        var patience = new double[sweden.regions.size()];
        for (int region = 0; region < patience.length; region++) {
            patience[region] = volumes.backlog(region, date.getYear(), date.getDayOfYear());
        }
        for (int at = 0; at < all.size(); at++) {
            var station = all.get(at);
            double hands = calendar.hands(day) * shortage(station, specialties.get(at), day);
            station.plan(patience[station.region], hands, usual, filling);
        }
    }

    private double shortage(Station station, String specialty, int day) {
        for (var shortage : shortages) {
            if (shortage.region == station.region
                    && shortage.service == station.service
                    && shortage.specialty.equals(specialty)
                    && day >= shortage.from
                    && day <= shortage.to) {
                return shortage.capacity;
            }
        }
        return 1;
    }
}
