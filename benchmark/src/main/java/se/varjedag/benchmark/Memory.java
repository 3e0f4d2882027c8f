package se.varjedag.benchmark;

import java.lang.management.ManagementFactory;

/// What the program's own objects take.
final class Memory {
    private static final int ROUNDS = 3;

    private Memory() {}

    /// Bytes in use once all that nobody needs was cleared away.
    static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
