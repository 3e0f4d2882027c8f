/// The shared frame of every page: layout, words, formats, figures and charts.
///
/// It knows nobody. What it needs from others are interfaces of its own: {@link se.varjedag.app.web.CurrentVisitor}
/// tells who is signed in, {@link se.varjedag.app.web.DataOrigin} whether the data are real, and {@link
/// se.varjedag.app.web.MenuItem} beans which pages there are. Read {@link se.varjedag.app.web.Frame} first.
@NullMarked
package se.varjedag.app.web;

import org.jspecify.annotations.NullMarked;
