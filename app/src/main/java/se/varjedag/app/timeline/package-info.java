/// The event log in PostgreSQL, and the traced pathways kept in step with it. Read [EventLog] first.
@NullMarked
package se.varjedag.app.timeline;

import org.jspecify.annotations.NullMarked;
