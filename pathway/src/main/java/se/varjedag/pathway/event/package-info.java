/// Care events, and the timelines they make: what happened to whom, on which day, as known at some moment.
///
/// Read [CareEvent] first, then [Timelines].
@NullMarked
package se.varjedag.pathway.event;

import org.jspecify.annotations.NullMarked;
