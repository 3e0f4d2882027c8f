/// What is measured: the definitions of the care pathways as data, their limits, and the reader that explains every
/// mistake.
///
/// Read [se.varjedag.pathway.definition.Definitions] first, then [se.varjedag.pathway.definition.PathwayDefinition].
@NullMarked
package se.varjedag.pathway.definition;

import org.jspecify.annotations.NullMarked;
