/// The command line as a test calls it, in this process.
@NullMarked
package se.varjedag.cli;

import org.jspecify.annotations.NullMarked;
