/// What was published for all: the one fixed cube of the published issues ([se.varjedag.app.results.open.Cube]), and
/// nothing beside it.
@NullMarked
package se.varjedag.app.results.open;

import org.jspecify.annotations.NullMarked;
