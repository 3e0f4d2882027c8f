/// The yearly account of a healthcare region ([se.varjedag.app.results.yearly.YearlyAccount]): what the frozen issues
/// of a
/// year say, beside one another, as a page, as DOCX and as PDF.
@NullMarked
package se.varjedag.app.results.yearly;

import org.jspecify.annotations.NullMarked;
