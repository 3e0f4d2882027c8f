/// Measures Varje dag, beside its peers where it has any, and writes what was measured into `docs`. Read [Benchmark]
/// first.
@NullMarked
package se.varjedag.benchmark;

import org.jspecify.annotations.NullMarked;
