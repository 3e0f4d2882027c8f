/// The command line: follow, discover, simulate.
@NullMarked
package se.varjedag.cli;

import org.jspecify.annotations.NullMarked;
