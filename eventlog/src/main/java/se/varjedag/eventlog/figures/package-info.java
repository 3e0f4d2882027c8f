/// Figures that somebody else has counted, as a file: what ours are laid beside. Read [FiguresFile] first.
@NullMarked
package se.varjedag.eventlog.figures;

import org.jspecify.annotations.NullMarked;
