/// The command line: follow, discover, simulate. Starts at once, without a server, a framework or a database.
///
/// Read [VarjeDag] first, then [Follow].
@NullMarked
package se.varjedag.cli;

import org.jspecify.annotations.NullMarked;
