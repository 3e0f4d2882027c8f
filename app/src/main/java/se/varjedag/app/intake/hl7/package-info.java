/// HL7 version 2.5.1 in, as files and over the network (MLLP): referrals, specimens and answers become events
/// through the mapping of codes.
///
/// Read [Received] first: what one message gives; then [GroupCommit]: how many are kept at once before any is answered.
@NullMarked
package se.varjedag.app.intake.hl7;

import org.jspecify.annotations.NullMarked;
