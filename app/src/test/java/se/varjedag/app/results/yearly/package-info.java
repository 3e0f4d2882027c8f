@NullMarked
package se.varjedag.app.results.yearly;

import org.jspecify.annotations.NullMarked;
