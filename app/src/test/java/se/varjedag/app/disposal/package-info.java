@NullMarked
package se.varjedag.app.disposal;

import org.jspecify.annotations.NullMarked;
