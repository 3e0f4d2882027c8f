/// What would have been: the lead times of the same patients, recomputed one by one under another limit, with a step
/// as short as it is allowed or as in the best region, or with more capacity where they queued.
///
/// Read [WhatIf] first. There is no chance in it: the same patients give the same answer, and intervals come from
/// formulas.
@NullMarked
package se.varjedag.pathway.whatif;

import org.jspecify.annotations.NullMarked;
