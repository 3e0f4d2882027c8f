/// What really happens in any event log: cases, the order of their activities, variants, and the time between two of
/// them.
///
/// Read [CaseLog] first; [CsvLog] fills it from a table, [se.varjedag.eventlog.xes.XesLog] from XES. The questions
/// are [LogSummary], [DirectlyFollows], [se.varjedag.pathway.flow.Variants], [Endpoints] and [Between].
@NullMarked
package se.varjedag.eventlog.discover;

import org.jspecify.annotations.NullMarked;
