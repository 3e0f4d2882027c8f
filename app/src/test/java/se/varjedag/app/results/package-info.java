@NullMarked
package se.varjedag.app.results;

import org.jspecify.annotations.NullMarked;
