/// What goes out of the log again: by rules of retention, with a protocol, and by opt-out from a quality register, with
/// a receipt. Read [Retention] and [RegisterRights] first.
@NullMarked
package se.varjedag.app.disposal;

import org.jspecify.annotations.NullMarked;
