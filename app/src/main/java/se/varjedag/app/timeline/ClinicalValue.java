package se.varjedag.app.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One clinical value of a patient: a laboratory value, a drug, an image, a status of the disease. No lead time rests
/// on it.
///
/// @param id        which value it is, the same through all of its versions
/// @param unit      the care unit that answers for it
/// @param caregiver that unit's caregiver; empty where unknown
/// @param source    the sending system
/// @param name      what that system calls the value
/// @param learnt    since when this version is known here
public record ClinicalValue(
        UUID id, Fact fact, String unit, String caregiver, Origin origin, String source, String name, Instant learnt) {

    /// What the value is about.
    public enum Kind {
        STATUS,
        PERFORMANCE,
        LABORATORY,
        TREATMENT,
        RADIOTHERAPY,
        SURGERY,
        IMAGING,
        PATHOLOGY,
        PATIENT_REPORTED,
        /// A point of palliative care, answered by yes or no.
        PALLIATIVE;

        /// How the kind is written in the database and in contents: `patient-reported`.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /// Who has told it.
    public enum Origin {
        /// A system, by itself.
        FEED,
        /// Somebody of the staff, once.
        TYPED,
        REGISTER,
        PATIENT;

        /// How the origin is written: `typed`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How far it has come.
    public enum State {
        DONE,
        /// Asked for, and no answer yet.
        AWAITED,
        /// Taken back by its source.
        WITHDRAWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is said.
    ///
    /// @param item    what was measured or given, as the contents of the overview name it
    /// @param until   the last day of what lasts; null while it goes on and for what is of one day
    /// @param number  in `measure`
    /// @param text    in words: a drug, a finding
    /// @param low     lower end of the reference range; null where none was given
    /// @param part    fractions of radiotherapy, or the line of a treatment; 0 where there is none
    /// @param reason  why a treatment stopped, or what an image says of the disease; empty where not told
    public record Fact(
            Kind kind,
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
            State state) {

        /// Something of one day.
        public static Fact of(Kind kind, String item, LocalDate day) {
            return new Fact(kind, item, day, null, null, "", "", null, null, 0, "", State.DONE);
        }

        /// The same with a number.
        public Fact number(double counted, String in) {
            return new Fact(kind, item, day, until, counted, text, in, low, high, part, reason, state);
        }

        /// The same with a reference range; null where an end is open.
        public Fact within(@Nullable Double lowest, @Nullable Double highest) {
            return new Fact(kind, item, day, until, number, text, measure, lowest, highest, part, reason, state);
        }

        /// The same in words.
        public Fact said(String words) {
            return new Fact(kind, item, day, until, number, words, measure, low, high, part, reason, state);
        }

        /// The same up to a day.
        public Fact until(@Nullable LocalDate last) {
            return new Fact(kind, item, day, last, number, text, measure, low, high, part, reason, state);
        }

        /// The same with its fractions or line.
        public Fact part(int counted) {
            return new Fact(kind, item, day, until, number, text, measure, low, high, counted, reason, state);
        }

        /// The same with a reason.
        public Fact because(String why) {
            return new Fact(kind, item, day, until, number, text, measure, low, high, part, why, state);
        }

        /// The same in another state.
        public Fact in(State other) {
            return new Fact(kind, item, day, until, number, text, measure, low, high, part, reason, other);
        }
    }

    /// A value as it is told to the log of values.
    ///
    /// @param id         what the source calls it: the same pair again is the same value, and supersedes the older
    ///                   version if it differs
    /// @param registered when the source knew; null: now
    public record Told(
            UUID person,
            String unit,
            Origin origin,
            String source,
            String id,
            Fact fact,
            @Nullable Instant registered) {}

    /// What a delivery says of one value, in the order it says it.
    public sealed interface Sent {
        /// The sending system.
        String source();

        /// What that system calls the value.
        String id();

        /// When the source knew; null where it does not say.
        @Nullable
        Instant registered();
    }

    /// A value that a delivery tells of.
    ///
    /// @param person what the delivery calls the person; of an identity number its canonical form
    public record Says(
            String person,
            String unit,
            Origin origin,
            String source,
            String id,
            Fact fact,
            @Nullable Instant registered)
            implements Sent {}

    /// A value that a delivery takes back by its name alone.
    public record TakesBack(
            String source, String id, @Nullable Instant registered) implements Sent {}
}
