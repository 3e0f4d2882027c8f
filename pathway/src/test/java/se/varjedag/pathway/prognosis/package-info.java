/// Tests of the chance that those who wait start in time.
@NullMarked
package se.varjedag.pathway.prognosis;

import org.jspecify.annotations.NullMarked;
