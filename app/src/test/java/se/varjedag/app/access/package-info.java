/// Who may see what.
@NullMarked
package se.varjedag.app.access;

import org.jspecify.annotations.NullMarked;
