/// The event file as CSV: its layout, its reader and its writer.
///
/// Read [Column] first.
@NullMarked
package se.varjedag.eventlog.csv;

import org.jspecify.annotations.NullMarked;
