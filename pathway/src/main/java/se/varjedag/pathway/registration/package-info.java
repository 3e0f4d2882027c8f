/// How well what happened was written down: which points are there, what the findings mean for the figures, and why
/// somebody else's count differs from ours.
///
/// Read [Reconciliation] first.
@NullMarked
package se.varjedag.pathway.registration;

import org.jspecify.annotations.NullMarked;
