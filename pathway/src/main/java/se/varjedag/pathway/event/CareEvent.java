package se.varjedag.pathway.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One recorded fact about one person: what, on which day, where, and who says so.
///
/// An empty text means that the sender gave nothing. Without `registered` the event counts as known from the beginning;
/// whoever imports it gives it the time of the import.
///
/// @param person pseudonym, or identity number of twelve digits
/// @param code code of the definition, name of a sub-process point, or `died`
/// @param day the day in Stockholm
/// @param region county code of the region that reports
/// @param homeRegion county code of residence
/// @param sex `F`, `M` or empty
/// @param born year of birth
/// @param pathway prefix, for a sub-process point that belongs to one pathway
/// @param source the sending system
/// @param id the event's id there: the same pair again is a later version of the same event
/// @param registered when the source learnt it
/// @param ref referral or specimen number that pairs sub-process points
public record CareEvent(
        String person,
        String code,
        LocalDate day,
        String unit,
        String region,
        String homeRegion,
        String sex,
        @Nullable Integer born,
        String pathway,
        String source,
        String id,
        Status status,
        @Nullable Instant registered,
        String ref) {

    /// What the sender says about the event.
    public enum Status {
        /// It has happened.
        DONE,
        /// It is booked.
        PLANNED,
        /// It was sent by mistake and is taken back.
        WITHDRAWN
    }

    public CareEvent {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(status, "status");
        if (person.isEmpty() || code.isEmpty()) {
            throw new IllegalArgumentException(
                    "An event needs a person and a code: '%s', '%s'".formatted(person, code));
        }
        if (!sex.isEmpty() && !sex.equals("F") && !sex.equals("M")) {
            throw new IllegalArgumentException("Sex is F, M or empty, not '%s'".formatted(sex));
        }
        if (born != null && (born < 1 || born > 9999)) {
            throw new IllegalArgumentException("A year of birth has four digits, not %d".formatted(born));
        }
    }

    /// A done event with nothing but what is needed.
    public static CareEvent of(String person, String code, LocalDate day) {
        return new CareEvent(person, code, day, "", "", "", "", null, "", "", "", Status.DONE, null, "");
    }

    public CareEvent at(String region, String unit) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }

    public CareEvent named(String source, String id) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }

    public CareEvent with(Status status) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }

    public CareEvent livingIn(String homeRegion) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }

    public CareEvent bornIn(@Nullable Integer born, String sex) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }

    public CareEvent of(String pathway, String ref) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }

    public CareEvent learnt(@Nullable Instant registered) {
        return new CareEvent(
                person, code, day, unit, region, homeRegion, sex, born, pathway, source, id, status, registered, ref);
    }
}
