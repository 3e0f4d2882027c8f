/// The pages of following up: Läget (today), the pathways, and the method handbook.
///
/// A page is a record of finished words. It is put together of views, one for each figure: {@link
/// se.varjedag.app.followup.web.OvertimeView} is one to read first. All of them read the same {@link
/// se.varjedag.app.followup.web.Basis}. A page under Följ upp is declared as a {@link
/// se.varjedag.app.followup.web.FollowUpPage}, which its address, its template and its files follow from.
@NullMarked
package se.varjedag.app.followup.web;

import org.jspecify.annotations.NullMarked;
