/// The page Öppna siffror: what may be told to everybody, read from the fixed publication and from nothing else.
///
/// Read {@link se.varjedag.app.followup.web.open.OpenPage} first.
@NullMarked
package se.varjedag.app.followup.web.open;

import org.jspecify.annotations.NullMarked;
