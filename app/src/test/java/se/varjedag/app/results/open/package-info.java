@NullMarked
package se.varjedag.app.results.open;

import org.jspecify.annotations.NullMarked;
