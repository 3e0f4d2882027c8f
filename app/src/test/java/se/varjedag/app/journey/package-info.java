/// Journeys: what people do with the system, in a real browser, each ending with a check that everybody can.
@NullMarked
package se.varjedag.app.journey;

import org.jspecify.annotations.NullMarked;
