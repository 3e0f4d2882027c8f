package se.varjedag.app.followup.web.compare;

import java.util.List;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Those who answer the clinics: pathology and radiology, each with three points on the way to an answer.
///
/// @see AnsweringPage
enum Answering {
    PATHOLOGY(
            "patologi",
            MeasuringPoint.SPECIMEN_TAKEN,
            MeasuringPoint.SPECIMEN_RECEIVED,
            MeasuringPoint.PATHOLOGY_REPORTED),
    RADIOLOGY(
            "radiologi",
            MeasuringPoint.IMAGING_REFERRAL,
            MeasuringPoint.IMAGING_PERFORMED,
            MeasuringPoint.IMAGING_REPORTED);

    private final String slug;
    private final MeasuringPoint asked;
    private final MeasuringPoint between;
    private final MeasuringPoint answered;

    Answering(String slug, MeasuringPoint asked, MeasuringPoint between, MeasuringPoint answered) {
        this.slug = slug;
        this.asked = asked;
        this.between = between;
        this.answered = answered;
    }

    /// A stretch between two of its points.
    record Stretch(MeasuringPoint from, MeasuringPoint to) {}

    /// Its word in addresses and in the keys of texts.
    String slug() {
        return slug;
    }

    /// The whole way to an answer.
    Stretch whole() {
        return new Stretch(asked, answered);
    }

    /// The way until the specimen has come, or the examination is done.
    Stretch first() {
        return new Stretch(asked, between);
    }

    /// The way from there to the answer.
    Stretch second() {
        return new Stretch(between, answered);
    }

    /// All three, the whole last.
    List<Stretch> stretches() {
        return List.of(first(), second(), whole());
    }
}
