package se.varjedag.app.patients;

import java.util.UUID;

/// What makes somebody a patient of a unit before her first event there. A module that lets patients pass from unit to
/// unit implements it.
public interface CareRelation {

    /// Whether the person is a patient of the unit.
    boolean has(UUID person, String unit);
}
