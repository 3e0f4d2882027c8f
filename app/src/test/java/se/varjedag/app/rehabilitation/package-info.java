@NullMarked
package se.varjedag.app.rehabilitation;

import org.jspecify.annotations.NullMarked;
