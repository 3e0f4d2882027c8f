package se.varjedag.app.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.eventlog.IdentityNumber;

/// What a person is called in the log, from the numbers that a care system knows the person by: the same text as a CSV
/// file gives for the same person, so that both become one.
///
/// A Swedish number comes first: personnummer, then samordningsnummer, then the national reserve number. Numbers of
/// other systems carry their system before them, because two hospitals may use the same; those of systems that the
/// mapping names stand as they are.
public final class PersonNumbers {
    /// The systems as the Swedish base profiles write them, as OID, and as HL7 version 2 names them; the first counts
    /// most.
    private static final List<Map.Entry<String, IdentityNumber.Kind>> SWEDISH = List.of(
            Map.entry("http://electronichealth.se/identifier/personnummer", IdentityNumber.Kind.PERSONNUMMER),
            Map.entry("urn:oid:1.2.752.129.2.1.3.1", IdentityNumber.Kind.PERSONNUMMER),
            Map.entry("1.2.752.129.2.1.3.1", IdentityNumber.Kind.PERSONNUMMER),
            Map.entry("http://electronichealth.se/identifier/samordningsnummer", IdentityNumber.Kind.SAMORDNINGSNUMMER),
            Map.entry("urn:oid:1.2.752.129.2.1.3.3", IdentityNumber.Kind.SAMORDNINGSNUMMER),
            Map.entry("1.2.752.129.2.1.3.3", IdentityNumber.Kind.SAMORDNINGSNUMMER),
            Map.entry(
                    "http://electronichealth.se/identifier/nationelltReservnummer",
                    IdentityNumber.Kind.NATIONAL_RESERVE_NUMBER));

    private final CodeMapping mapping;
    private final LocalDate today;

    /// One of the numbers a person is known by.
    public record Identifier(String system, String value) {}

    /// What the person is called; `person` is null where the Swedish number that was sent cannot be one.
    ///
    /// @param number the Swedish number, where that is what the person is called
    public record Called(@Nullable String person, Optional<IdentityNumber> number) {}

    /// @param today the day in Stockholm: it decides the century of ten digits
    public PersonNumbers(CodeMapping mapping, LocalDate today) {
        this.mapping = mapping;
        this.today = today;
    }

    /// What a person with these numbers is called; empty where there is none.
    public Optional<Called> of(List<Identifier> numbers) {
        for (var swedish : SWEDISH) {
            for (var number : numbers) {
                if (number.system().equals(swedish.getKey()) && !number.value().isBlank()) {
                    var valid = IdentityNumber.of(number.value().strip(), today);
                    return Optional.of(
                            new Called(valid.map(IdentityNumber::digits).orElse(null), valid));
                }
            }
        }
        return numbers.stream()
                .filter(number -> !number.value().isBlank())
                .sorted((a, b) -> Boolean.compare(mapping.bare(b.system()), mapping.bare(a.system())))
                .findFirst()
                .map(number -> new Called(text(number), Optional.empty()));
    }

    private String text(Identifier number) {
        var value = number.value().strip();
        return mapping.bare(number.system()) || number.system().isEmpty() ? value : number.system() + "|" + value;
    }
}
