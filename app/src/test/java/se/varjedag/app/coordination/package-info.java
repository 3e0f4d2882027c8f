@NullMarked
package se.varjedag.app.coordination;

import org.jspecify.annotations.NullMarked;
