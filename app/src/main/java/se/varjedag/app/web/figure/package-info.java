/// The parts of a figure: a question, its table, its picture, what stands under it and what can be taken away.
///
/// Everything here is finished words and lengths, so that a template only places them. {@link
/// se.varjedag.app.web.figure.Figure} is the type to read first.
@NamedInterface("figure")
@NullMarked
package se.varjedag.app.web.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
