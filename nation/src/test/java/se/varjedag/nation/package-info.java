/// Tests of the synthetic Sweden: its queues, its bytes, its faults, and how well it fits what was published.
@NullMarked
package se.varjedag.nation;

import org.jspecify.annotations.NullMarked;
