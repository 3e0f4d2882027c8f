package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.List;

/// The lowest age at which a pathway should be started, by the version valid that day. Younger persons are counted,
/// with a finding.
public record AgeRule(List<Since> since) {

    /// From this day on, this many years.
    public record Since(LocalDate from, int years) {}

    /// Eighteen years, whenever it was.
    public static final AgeRule ADULTS = new AgeRule(List.of(new Since(LocalDate.MIN, 18)));

    /// The lowest age on that day: that of the last rule which has begun, otherwise eighteen.
    public int minimumAge(LocalDate start) {
        var years = 18;
        for (var rule : since) {
            if (!rule.from().isAfter(start)) {
                years = rule.years();
            }
        }
        return years;
    }
}
