package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// By which day the needs of patients are to be assessed, by what has been reached of their pathways. A module that
/// knows the programme of rehabilitation implements it.
public interface NeedsWanted {

    /// The day of each of these pathways for which an assessment is wanted and has not been made.
    Map<PathwayKey, LocalDate> due(List<Line> lines);
}
