@NullMarked
package se.varjedag.pathway.reported;

import org.jspecify.annotations.NullMarked;
