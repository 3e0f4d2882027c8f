/// A synthetic Sweden: regions, hospitals, patients and the queues they wait in, as events that nobody real can be
/// found in.
///
/// Read [Nation] first. Every patient of the country goes through the queues of [Simulation], day by day; the file
/// holds as large a share of them as was asked for. Days arise where capacity and backlog meet (`Station`); nothing
/// draws a lead time.
///
/// If asked for, imaging and specimens of patients outside the pathways are told too (`Outside`). How many they are and
/// how long they wait is assumed, not measured: no figure is published.
@NullMarked
package se.varjedag.nation;

import org.jspecify.annotations.NullMarked;
