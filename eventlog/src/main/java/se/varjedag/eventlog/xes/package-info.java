/// Reading event logs in XES (IEEE 1849). Read [XesLog].
@NullMarked
package se.varjedag.eventlog.xes;

import org.jspecify.annotations.NullMarked;
