/// Indicators of the promises: a catalogue that is data, and the figures that the system has for them.
@NullMarked
package se.varjedag.app.indicators;

import org.jspecify.annotations.NullMarked;
