/// What a region reports of each month to the national database of waiting times, and what differs between two
/// reports. Read [MonthReport] first, then [Differences].
@NullMarked
package se.varjedag.pathway.reported;

import org.jspecify.annotations.NullMarked;
