package se.varjedag.nation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One made-up clinical value of a simulated patient.
///
/// @param id     which of the person's values it is
/// @param kind   `status`, `performance`, `laboratory`, `treatment`, `radiotherapy`, `surgery`, `imaging`, `pathology`
///               or `patient-reported`
/// @param until  the last day of what lasts; null while it goes on
/// @param low    lower end of the reference range; null where it is open
/// @param part   fractions, or the line of treatment; 0 where there is none
/// @param reason why it stopped, or what an image says; empty where nothing is told
/// @param done   false while an answer is waited for
public record CourseValue(
        String person,
        String id,
        String kind,
        String item,
        LocalDate day,
        @Nullable LocalDate until,
        @Nullable Double number,
        String text,
        String measure,
        @Nullable Double low,
        @Nullable Double high,
        int part,
        String reason,
        boolean done) {}
