/// Reading and writing event logs.
///
/// Read [EventFiles] first: from files to events in columns, every row that cannot be used kept with its reason.
@NullMarked
package se.varjedag.eventlog;

import org.jspecify.annotations.NullMarked;
