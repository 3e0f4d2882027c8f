package se.varjedag.app.palliative.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import se.varjedag.app.palliative.Point;
import se.varjedag.app.palliative.Points;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.patients.PatientValues.Course;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.EndCode;

/// One patient's points of palliative care in finished words.
///
/// @param path    of the page
/// @param patient of the patient's own page
/// @param died    the day she died; empty where nothing tells of it
public record PalliativePage(
        String path, String patient, String name, String today, String died, List<Row> rows, List<Written> history) {

    /// A point with its latest answer.
    public record Row(String key, String name, String answer, String when, String target) {}

    /// One answer.
    ///
    /// @param path to take it back; empty for who may not
    public record Written(String day, String name, String answer, String from, String path) {}

    /// Where and when it is read.
    record Here(String unit, LocalDate today, Texts texts, UnaryOperator<String> units) {}

    static PalliativePage of(Course course, Points points, Here here) {
        var texts = here.texts();
        var path = "/patient/" + course.sight().person() + "/palliativt";
        var values = course.values().reversed().stream()
                .filter(value -> value.fact().kind() == Kind.PALLIATIVE)
                .toList();
        return new PalliativePage(
                path,
                "/patient/" + course.sight().person(),
                PatientNames.of(course.sight().who(), texts),
                here.today().toString(),
                course.sight().events().stream()
                        .filter(event -> event.code().equals(EndCode.DIED) && !event.planned())
                        .map(event -> texts.formats().date(event.day()))
                        .findFirst()
                        .orElse(""),
                points.all().stream().map(point -> row(point, values, here)).toList(),
                values.stream().map(value -> written(value, points, path, here)).toList());
    }

    private static Row row(Point point, List<ClinicalValue> values, Here here) {
        var texts = here.texts();
        var latest = values.stream()
                .filter(value -> value.fact().item().equals(point.key()))
                .findFirst();
        return new Row(
                point.key(),
                point.name(texts.language()),
                latest.map(value -> answer(value, texts)).orElseGet(() -> texts.text("palliative.unknown")),
                latest.map(value -> texts.formats().date(value.fact().day()) + " · "
                                + here.units().apply(value.unit()))
                        .orElse(""),
                point.target().isEmpty()
                        ? texts.text("palliative.unknown")
                        : texts.formats().percent(point.target().getAsDouble(), 0));
    }

    private static Written written(ClinicalValue value, Points points, String path, Here here) {
        var texts = here.texts();
        return new Written(
                texts.formats().date(value.fact().day()),
                points.all().stream()
                        .filter(point -> point.key().equals(value.fact().item()))
                        .findFirst()
                        .map(point -> point.name(texts.language()))
                        .orElse(value.fact().item()),
                answer(value, texts),
                here.units().apply(value.unit()) + " · "
                        + texts.text("overview.origin." + value.origin().key()) + " · "
                        + texts.formats().moment(value.learnt()),
                PatientValues.typedAt(value, here.unit()) ? path + "/" + value.id() + "/tillbaka" : "");
    }

    private static String answer(ClinicalValue value, Texts texts) {
        var key = "palliative.answer." + value.fact().text();
        return texts.has(key) ? texts.text(key) : texts.text("palliative.unknown");
    }
}
