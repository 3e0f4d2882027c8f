package se.varjedag.app.patients;

import java.util.List;

/// Which open pathways a unit has once some have passed from unit to unit. A module that lets pathways pass implements
/// it.
public interface PassedOn {

    /// Those that wait at a unit by the event log and have not passed from it, and those that have passed to it.
    ///
    /// @return their indices among the traced pathways
    List<Integer> at(UnitPathways.Waiting waiting, String unit);
}
