package se.varjedag.app.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// One line of the access log: who, as what, did what, why, with which patient's data of which unit, when and from
/// where.
///
/// @param who     username, or the subject that an identity provider gave; what was tried when nobody was signed in
/// @param role    key of the role; empty when nobody was signed in
/// @param place   where the assignment is
/// @param what    method and pattern of the address, never the address itself
/// @param person  pseudonym of the patient, where it was about one
/// @param unit    whose data they were; empty where not one unit's
/// @param origin  address of the machine that asked
/// @param allowed whether it was let through
public record LogEntry(
        Instant at,
        String who,
        String name,
        String role,
        String place,
        Action action,
        String what,
        String why,
        Optional<UUID> person,
        String unit,
        String origin,
        boolean allowed) {
    /// Who has done what the program does by itself; nobody's username, for none has parentheses.
    public static final String ITSELF = "(varje-dag)";

    /// What the program is called where it does something by itself.
    public static final String PROGRAM = "Varje dag";

    /// A line about what the program did by itself with a patient's data, by a rule of a unit.
    ///
    /// @param unit whose rule it is, and whose data
    /// @param why  in one word, what was done
    public static LogEntry byItself(Instant at, UUID person, String unit, String why) {
        return new LogEntry(at, ITSELF, PROGRAM, "", unit, Action.CHANGE, "", why, Optional.of(person), unit, "", true);
    }

    /// Whether the program did it by itself.
    public boolean byItself() {
        return who.equals(ITSELF) && role.isEmpty();
    }

    /// A line about what somebody did, of no one patient's data.
    ///
    /// @param acting empty when nobody was signed in
    /// @param what   method and pattern of the address, never the address itself
    public static LogEntry by(
            Optional<Acting> acting, Instant at, Action action, String what, String origin, boolean allowed) {
        return new LogEntry(
                at,
                acting.map(one -> one.account().username()).orElse(""),
                acting.map(one -> one.account().name()).orElse(""),
                acting.map(one -> one.role().key()).orElse(""),
                acting.map(one -> one.assignment().place()).orElse(""),
                action,
                what,
                "",
                Optional.empty(),
                "",
                origin,
                allowed);
    }

    /// The same line, about a patient's data.
    ///
    /// @param whose unit whose data they are; empty where not one unit's
    public LogEntry about(UUID patient, String whose) {
        return new LogEntry(
                at, who, name, role, place, action, what, why, Optional.of(patient), whose, origin, allowed);
    }

    /// The same line, with the reason that was given.
    public LogEntry because(String reason) {
        return new LogEntry(at, who, name, role, place, action, what, reason, person, unit, origin, allowed);
    }

    /// The same line, of somebody who tried to sign in.
    public LogEntry tried(String username) {
        return new LogEntry(at, username, name, role, place, action, what, why, person, unit, origin, allowed);
    }

    /// The same line, of one unit's data.
    public LogEntry withDataOf(String whose) {
        return new LogEntry(at, who, name, role, place, action, what, why, person, whose, origin, allowed);
    }

    /// What was done.
    public enum Action {
        LOOK("look"),
        CHANGE("change"),
        PRINT("print"),
        EXPORT("export"),
        SIGN_IN("sign-in"),
        SIGN_OUT("sign-out"),
        ASSIGNMENT("assignment"),
        CHOICE("choice"),
        EMERGENCY("emergency");

        private final String key;

        Action(String key) {
            this.key = key;
        }

        /// How it is written in the database, in addresses and in texts.
        public String key() {
            return key;
        }

        /// The action that is written so; empty when none is.
        public static Optional<Action> of(String key) {
            return Arrays.stream(values())
                    .filter(action -> action.key.equals(key))
                    .findFirst();
        }
    }
}
