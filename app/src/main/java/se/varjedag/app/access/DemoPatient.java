package se.varjedag.app.access;

import java.util.Optional;
import java.util.UUID;

/// The made-up patient whom the demo's account `patient` is. The module that makes the demo's data implements it.
public interface DemoPatient {
    /// The clinic where the demo's staff work.
    String CLINIC = "SIM-05-0012";

    /// The username of her relative.
    String RELATIVE = "anhorig";

    /// Her pseudonym; empty while there are no data yet.
    Optional<UUID> person();

    /// The pseudonym of her relative, a patient too, whose suspicion was dismissed; empty while there is none.
    Optional<UUID> relative();
}
