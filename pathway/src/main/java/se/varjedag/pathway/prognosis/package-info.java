/// The chance that those who wait start within their limit, learnt from those who waited before them, and how well
/// such chances have held.
///
/// Meant for planning a flow: how many will keep their limit, and where help does most. It decides nothing about the
/// care of one patient. Read [Prognosis] first, then [Calibration].
@NullMarked
package se.varjedag.pathway.prognosis;

import org.jspecify.annotations.NullMarked;
