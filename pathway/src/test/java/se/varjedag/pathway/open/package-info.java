/// Tests of what may be told to everybody.
@NullMarked
package se.varjedag.pathway.open;

import org.jspecify.annotations.NullMarked;
