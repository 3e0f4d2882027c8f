package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.Optional;
import se.varjedag.pathway.definition.TreatmentKind;

/// How one pathway of a patient stands: the line that the worklist has of it, also where it has ended.
///
/// @param line its clock; of one that has ended as it was on its last day
/// @param end the day it ended; empty while it is open
/// @param treatment what it ended with, where it reached treatment
public record Standing(Line line, Optional<LocalDate> end, Optional<TreatmentKind> treatment) {}
