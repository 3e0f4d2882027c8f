/// Pages as PDF: tagged (PDF/UA), with the fonts in them and words broken as the language does.
///
/// {@link se.varjedag.app.web.pdf.Pdf} is all that others need.
@NamedInterface("pdf")
@NullMarked
package se.varjedag.app.web.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
