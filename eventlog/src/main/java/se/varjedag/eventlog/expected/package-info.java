/// The expected cancer cases as a file (`svf,home_region,year,cases`). Read [ExpectedFile].
@NullMarked
package se.varjedag.eventlog.expected;

import org.jspecify.annotations.NullMarked;
