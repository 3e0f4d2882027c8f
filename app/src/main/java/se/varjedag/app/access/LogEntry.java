package se.varjedag.app.access;

import java.time.Instant;
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

        /// The action that is written so.
        ///
        /// @throws IllegalArgumentException when none is
        public static Action of(String key) {
            for (var action : values()) {
                if (action.key.equals(key)) {
                    return action;
                }
            }
            throw new IllegalArgumentException("No action is called so");
        }
    }
}
