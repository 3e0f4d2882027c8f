@NullMarked
package se.varjedag.app.overview;

import org.jspecify.annotations.NullMarked;
