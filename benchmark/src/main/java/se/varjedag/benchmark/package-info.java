/// Measures Varje dag beside its peers, in one run on one machine.
@NullMarked
package se.varjedag.benchmark;

import org.jspecify.annotations.NullMarked;
