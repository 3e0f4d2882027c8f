/// Reading and writing event logs.
@NullMarked
package se.varjedag.eventlog;

import org.jspecify.annotations.NullMarked;
