package se.varjedag.app.fhir;

import java.math.BigDecimal;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.GroupKey;

/// One group of an answer, as FHIR: a group for each of its figures, to the last digit that the command writes.
final class ReportResource {
    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private ReportResource() {}

    static MeasureReport of(Given.OfReport given, Names names, String base) {
        var report = new MeasureReport();
        report.setStatus(MeasureReport.MeasureReportStatus.COMPLETE);
        report.setType(MeasureReport.MeasureReportType.SUMMARY);
        report.setMeasure(base + "/Measure/" + given.asking().measure().id());
        report.setDate(Date.from(given.lastUpdated()));
        report.setPeriod(
                EpisodeResource.period(given.asking().from(), given.asking().to()));
        if (given.simulated()) {
            report.getMeta().addSecurity().setSystem(REASON).setCode("HTEST").setDisplay("test health data");
        }
        given.keys().forEach((key, value) -> {
            report.addExtension(Codes.GROUP + ":" + key.key(), coding(key, value, names));
            if (!value.isEmpty() && key == GroupKey.UNIT) {
                report.setReporter(EpisodeResource.unit(value, names));
            } else if (!value.isEmpty()
                    && key == GroupKey.REGION
                    && !given.keys().containsKey(GroupKey.UNIT)) {
                report.setReporter(region(value, names));
            }
        });
        given.figures()
                .forEach((column, text) -> Figure.of(column).ifPresent(figure -> add(report, figure, text, given)));
        return report;
    }

    private static void add(MeasureReport report, Figure figure, String text, Given.OfReport given) {
        // A figure that is not defined for this group is left out.
        if (text.isEmpty()) {
            return;
        }
        var group = report.addGroup();
        group.setCode(MeasureResource.code(figure));
        var score = new Quantity().setValue(new BigDecimal(text));
        if (figure.unit() == Figure.Unit.DAYS) {
            score.setUnit("d").setSystem(UCUM).setCode("d");
        }
        group.setMeasureScore(score);
        if (figure == Figure.SHARE) {
            population(group, "initial-population", given, Figure.N);
            population(group, "denominator", given, Figure.WITH_LIMIT);
            population(group, "numerator", given, Figure.WITHIN);
        }
    }

    private static void population(
            MeasureReport.MeasureReportGroupComponent group, String code, Given.OfReport given, Figure figure) {
        group.addPopulation()
                .setCode(new CodeableConcept().addCoding(EpisodeResource.coding(POPULATION, code)))
                .setCount(Integer.parseInt(given.figures().getOrDefault(figure.column(), "0")));
    }

    private static Reference region(String code, Names names) {
        var reference = new Reference().setType("Organization").setDisplay(names.region(code));
        reference.getIdentifier().setSystem(Codes.REGION).setValue(code);
        return reference;
    }

    /// The value of a key as a code of the system it comes from; of who has no value only the system.
    private static Coding coding(GroupKey key, String value, Names names) {
        var system = switch (key) {
            case SVF -> Codes.PATHWAY;
            case REGION, HOME_REGION -> Codes.REGION;
            case UNIT -> Codes.HSA;
            default -> Codes.GROUP + ":" + key.key();
        };
        var coding = new Coding().setSystem(system);
        if (value.isEmpty()) {
            return coding.setDisplay(names.words("novalue"));
        }
        coding.setCode(value);
        switch (key) {
            case SVF ->
                coding.setDisplay(names.definitions()
                        .byId(value)
                        .map((PathwayDefinition one) -> names.pathway(one))
                        .orElse(value));
            case REGION, HOME_REGION -> coding.setDisplay(names.region(value));
            case UNIT -> coding.setDisplay(names.unit(value));
            default -> {
                // The value says itself.
            }
        }
        return coding;
    }
}
