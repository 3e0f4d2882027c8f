/// Questions and answers over the traced pathways. Read [FollowUp] first.
@NullMarked
package se.varjedag.app.followup;

import org.jspecify.annotations.NullMarked;
