/// Who may see what. Read [SecurityConfiguration] first: everything that it does not open is closed.
@NullMarked
package se.varjedag.app.access;

import org.jspecify.annotations.NullMarked;
