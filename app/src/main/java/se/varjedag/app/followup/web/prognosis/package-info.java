/// The page of the handbook about the prognosis, with how it held on months held back and what it expects now.
///
/// Read [PrognosisController] first.
@NullMarked
package se.varjedag.app.followup.web.prognosis;

import org.jspecify.annotations.NullMarked;
