/// Files and messages in.
@NullMarked
package se.varjedag.app.intake;

import org.jspecify.annotations.NullMarked;
