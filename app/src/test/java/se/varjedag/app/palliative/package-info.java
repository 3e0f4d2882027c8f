@NullMarked
package se.varjedag.app.palliative;

import org.jspecify.annotations.NullMarked;
