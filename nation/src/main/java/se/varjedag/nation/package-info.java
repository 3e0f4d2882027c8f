/// A synthetic Sweden.
@NullMarked
package se.varjedag.nation;

import org.jspecify.annotations.NullMarked;
