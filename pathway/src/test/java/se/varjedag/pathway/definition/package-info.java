/// What the definitions say is what was read, and every mistake in a definition is explained.
@NullMarked
package se.varjedag.pathway.definition;

import org.jspecify.annotations.NullMarked;
