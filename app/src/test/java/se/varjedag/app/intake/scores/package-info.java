@NullMarked
package se.varjedag.app.intake.scores;

import org.jspecify.annotations.NullMarked;
