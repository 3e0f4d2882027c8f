package se.varjedag.app.results;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.web.figure.Span;

/// An issue of the results report.
///
/// @param healthcareRegion its key
/// @param span             the period, whole months
/// @param knownAt          nothing learnt later is in it
/// @param change           the last change of the log that is in it
/// @param planned          the day it is to be published
/// @param others           canonical JSON: indicators counted when drafted, which cannot be counted again
/// @param step             how far it has come
/// @param signed           who took it there
public record Issue(
        long id,
        String healthcareRegion,
        String name,
        Span span,
        Instant knownAt,
        long change,
        LocalDate planned,
        String others,
        Step step,
        Signed signed) {

    /// The period just before with as many months.
    public Span before() {
        long months = Period.between(span.from(), span.to().plusDays(1)).toTotalMonths();
        return new Span(span.from().minusMonths(months), span.from().minusDays(1));
    }

    /// Whether a period is whole months.
    public static boolean wholeMonths(Span span) {
        return span.from().getDayOfMonth() == 1
                && span.to().plusDays(1).getDayOfMonth() == 1
                && span.to().isAfter(span.from());
    }

    /// What somebody says of a figure.
    ///
    /// @param figure the pathway; empty for all together
    public record Comment(String figure, String reason, String doing, Signed signed) {}

    /// A day that the publishing was moved to.
    public record Planned(LocalDate day, Signed signed) {}

    /// What was found wrong after freezing.
    public record Erratum(int number, String words, Signed signed) {}

    /// What was frozen.
    ///
    /// @param number      gapless within the healthcare region
    /// @param content     canonical JSON
    /// @param sha256      of content, definitions, program and moment
    /// @param definitions fingerprint of the definitions and the expected cases
    public record Frozen(
            int number, String content, String sha256, String program, String definitions, Signed signed) {}
}
