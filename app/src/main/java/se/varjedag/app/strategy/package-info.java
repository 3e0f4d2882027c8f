/// The plan of a healthcare region: what it has promised, what it does about it, and how that stands. Read
/// [se.varjedag.app.strategy.Activity] first.
@NullMarked
package se.varjedag.app.strategy;

import org.jspecify.annotations.NullMarked;
