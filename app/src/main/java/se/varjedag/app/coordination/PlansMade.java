package se.varjedag.app.coordination;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Which pathways a plan has been made for together with the patient. The module that keeps the plans implements it.
public interface PlansMade {

    /// Of these patients.
    Set<PathwayKey> of(Collection<UUID> persons);

    /// The units that have made any: of the others nobody knows whether they make plans elsewhere.
    Set<String> units();
}
