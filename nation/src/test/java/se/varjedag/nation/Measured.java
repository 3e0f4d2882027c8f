package se.varjedag.nation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;

/// Counts ends as they happen, without writing events down: quick enough to fit parameters with.
final class Measured extends Registrar {
    private final Sweden sweden;
    private final int firstYear;
    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<String, PathwayDefinition> definitions = new TreeMap<>();

    /// Those who ended, and their days against the limits.
    static final class Count {
        long reached;
        long left;
        long withLimit;
        long within;
        long overtime;
        double days;

        double share() {
            return 100.0 * within / Math.max(1, withLimit);
        }

        double meanOvertime() {
            return overtime / (double) Math.max(1, withLimit - within);
        }
    }

    Measured(NationOptions options, Sweden sweden, List<PathwayModel> pathways) {
        super(options, sweden, pathways.stream().map(model -> "V").toList(), event -> {});
        this.sweden = sweden;
        this.firstYear = options.firstYear();
        for (var model : pathways) {
            definitions.put(model.id(), Nation.definitions().byId(model.id()).orElseThrow());
        }
    }

    static Measured run(NationOptions options, List<Table.Row> parameters, List<Table.Row> queues) {
        var sweden = new Sweden();
        var volumes = new Volumes(sweden.regions, PathwayModel.all(), parameters);
        var measured = new Measured(options, sweden, volumes.pathways());
        new Simulation(options, volumes, queues, sweden, measured).run();
        return measured;
    }

    /// By such keys as `region 05 2023`, `svf lungcancer 2023`, `nation 2023`.
    Map<String, Count> counts() {
        return counts;
    }

    @Override
    void ends(Patient patient, PathwayModel model, int unit, int day) {
        super.ends(patient, model, unit, day);
        var date = LocalDate.ofEpochDay(day);
        int year = date.getYear();
        if (year < firstYear || patient.outcome == Outcomes.NOT_MET) {
            return;
        }
        var region = sweden.units.get(unit).region();
        for (var key : List.of(
                "nation " + year,
                "region " + region + " " + year,
                "svf " + model.id() + " " + year,
                "kind " + patient.outcome + " " + year,
                "month " + date.toString().substring(0, 7))) {
            count(counts.computeIfAbsent(key, absent -> new Count()), patient, model, day);
        }
    }

    private void count(Count count, Patient patient, PathwayModel model, int day) {
        var definition = java.util.Objects.requireNonNull(definitions.get(model.id()));
        var start = LocalDate.ofEpochDay(patient.start);
        if (patient.outcome == Patient.DIED || !definition.reaches(patient.outcome, start)) {
            count.left++;
            return;
        }
        count.reached++;
        int days = day - patient.start;
        count.days += days;
        int limit = definition.limitDays(
                patient.start,
                kind(patient.outcome),
                patient.extended && definition.extendedMarker().isPresent(),
                false);
        if (limit >= 0) {
            count.withLimit++;
            count.within += days <= limit ? 1 : 0;
            count.overtime += Math.max(0, days - limit);
        }
    }

    private static TreatmentKind kind(int suffix) {
        return switch (suffix) {
            case 50 -> TreatmentKind.SURGERY;
            case 52 -> TreatmentKind.DRUG;
            case 54 -> TreatmentKind.RADIOTHERAPY;
            case 58 -> TreatmentKind.PALLIATIVE;
            case 60 -> TreatmentKind.EXPECTANCY;
            case 72, 78 -> TreatmentKind.CLOSED;
            case 73 -> TreatmentKind.NONE_NEEDED;
            default -> TreatmentKind.OTHER;
        };
    }
}
