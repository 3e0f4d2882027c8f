/// The clock: what is measured, the events it is measured on, and the figures that follow.
@NullMarked
package se.varjedag.pathway;

import org.jspecify.annotations.NullMarked;
