package se.varjedag.nation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The places: regions, their hospitals, and the units in them.
final class Sweden {
    final List<SwedishRegion> regions = SwedishRegion.all();
    final List<CareUnit> units = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Hospital>> hospitals = new ArrayList<>();
    private int hospitalCount;

    /// One hospital: its number in the nation, its share of the region's patients, and its units.
    record Hospital(int number, String town, double share, Map<Specialty, Integer> clinics, int imaging) {}

    private final int[] laboratory;
    private final int[] radiotherapy;
    private final int[] oncology;
    private final int[] primaryCare;
    private static final int PRIMARY_CARE_UNITS = 6;

    Sweden() {
        int count = regions.size();
        laboratory = new int[count];
        radiotherapy = new int[count];
        oncology = new int[count];
        primaryCare = new int[count];
        for (int at = 0; at < count; at++) {
            numbers.put(regions.get(at).code(), at);
            hospitals.add(new ArrayList<>());
        }
        var towns = Table.read("hospitals.csv");
        for (int at = 0; at < count; at++) {
            addRegion(at, towns);
        }
    }

    private void addRegion(int region, List<Table.Row> towns) {
        var code = regions.get(region).code();
        var own = towns.stream().filter(row -> row.text("region").equals(code)).toList();
        var main = own.getFirst().text("town");
        for (var row : own) {
            var town = row.text("town");
            var clinics = new EnumMap<Specialty, Integer>(Specialty.class);
            for (var specialty : Specialty.values()) {
                boolean here = town.equals(main) || (specialty != Specialty.NEURO && specialty != Specialty.SARCOMA);
                clinics.put(
                        specialty,
                        here
                                ? Integer.valueOf(add(region, specialty.word() + " · " + town, CareUnit.Kind.CLINIC))
                                : hospitals.get(region).getFirst().clinics().get(specialty));
            }
            int imaging = add(region, "Röntgen · " + town, CareUnit.Kind.IMAGING);
            hospitals.get(region).add(new Hospital(hospitalCount++, town, row.number("share"), clinics, imaging));
        }
        laboratory[region] = add(region, "Patologi · " + main, CareUnit.Kind.LABORATORY);
        radiotherapy[region] = add(region, "Strålbehandling · " + main, CareUnit.Kind.RADIOTHERAPY);
        oncology[region] = add(region, "Onkologi · " + main, CareUnit.Kind.ONCOLOGY);
        primaryCare[region] = units.size();
        for (int at = 0; at < PRIMARY_CARE_UNITS; at++) {
            add(
                    region,
                    "Vårdcentral " + (char) ('A' + at) + " · "
                            + own.get(at % own.size()).text("town"),
                    CareUnit.Kind.PRIMARY_CARE);
        }
    }

    private int add(int region, String name, CareUnit.Kind kind) {
        var code = regions.get(region).code();
        long already = units.stream().filter(unit -> unit.region().equals(code)).count();
        var number = Long.toString(10_001 + already).substring(1);
        units.add(new CareUnit("SIM-" + code + "-" + number, name, kind, code, "Simulerad vårdgivare " + code));
        return units.size() - 1;
    }

    int number(String code) {
        var number = numbers.get(code);
        if (number == null) {
            throw new IllegalArgumentException("No region has the code " + code);
        }
        return number;
    }

    int hospitalCount() {
        return hospitalCount;
    }

    List<Hospital> hospitals(int region) {
        return hospitals.get(region);
    }

    /// Where a patient of the region goes.
    int hospital(int region, double unit) {
        double left = unit;
        var here = hospitals.get(region);
        for (int at = 0; at < here.size(); at++) {
            left -= here.get(at).share();
            if (left < 0) {
                return at;
            }
        }
        return 0;
    }

    int clinic(int region, int hospital, Specialty specialty) {
        return Objects.requireNonNull(
                hospitals.get(region).get(hospital).clinics().get(specialty));
    }

    int imaging(int region, int hospital) {
        return hospitals.get(region).get(hospital).imaging();
    }

    int laboratory(int region) {
        return laboratory[region];
    }

    int radiotherapy(int region) {
        return radiotherapy[region];
    }

    int oncology(int region) {
        return oncology[region];
    }

    int primaryCare(int region, double unit) {
        return primaryCare[region] + (int) (unit * PRIMARY_CARE_UNITS);
    }
}
