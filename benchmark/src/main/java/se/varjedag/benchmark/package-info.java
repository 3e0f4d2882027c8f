/// Measures Varje dag beside its peers, and writes what was measured into `docs/benchmark.md`. Read [Benchmark] first.
@NullMarked
package se.varjedag.benchmark;

import org.jspecify.annotations.NullMarked;
