/// The page Ledtider: how long it took between any two points, against the limit, for any groups, and how the newest
/// months go with those still waiting counted.
///
/// Read {@link se.varjedag.app.followup.web.leadtimes.LeadTimesPage} first.
@NullMarked
package se.varjedag.app.followup.web.leadtimes;

import org.jspecify.annotations.NullMarked;
