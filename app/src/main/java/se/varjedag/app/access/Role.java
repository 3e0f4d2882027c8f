package se.varjedag.app.access;

import java.util.Locale;
import java.util.Optional;

/// What somebody acts as. A person may have several assignments and acts in one at a time.
public enum Role {
    PATIENT(Reach.PERSON),
    CONTACT_NURSE(Reach.UNIT),
    COORDINATOR(Reach.UNIT),
    CLINICIAN(Reach.UNIT),
    HEAD_OF_UNIT(Reach.UNIT),
    PROCESS_LEADER(Reach.REGION),
    ANALYST(Reach.REGION),
    REGISTER_OFFICE(Reach.REGION),
    PROGRAMME_OFFICE(Reach.REGION),
    PROJECT_LEADER(Reach.REGION),
    ASSESSOR(Reach.REGION),
    AUDITOR(Reach.CAREGIVER),
    ADMINISTRATOR(Reach.CAREGIVER);

    /// What the place of an assignment in a role is.
    public enum Reach {
        /// A care unit: its HSA-id.
        UNIT,
        /// A region: its county code; none means the whole country.
        REGION,
        /// A caregiver (vårdgivare); none means every one in this installation.
        CAREGIVER,
        /// The person herself: her pseudonym.
        PERSON
    }

    private final Reach reach;

    Role(Reach reach) {
        this.reach = reach;
    }

    public Reach reach() {
        return reach;
    }

    /// The name that Spring Security's rules use.
    String authority() {
        return "ROLE_" + name();
    }

    /// How the role is written in the file of accounts, in claims and in texts: `process-leader`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The role that is written so.
    public static Optional<Role> of(String key) {
        for (var role : values()) {
            if (role.key().equals(key)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
