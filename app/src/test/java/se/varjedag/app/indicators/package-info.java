@NullMarked
package se.varjedag.app.indicators;

import org.jspecify.annotations.NullMarked;
