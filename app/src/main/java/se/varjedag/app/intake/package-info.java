/// Files in: import runs, rejected rows with their reasons. Read [Imports] first.
@NullMarked
package se.varjedag.app.intake;

import org.jspecify.annotations.NullMarked;
