/// The made-up Sweden, and who may look at it with one click.
@NullMarked
package se.varjedag.app.demo;

import org.jspecify.annotations.NullMarked;
