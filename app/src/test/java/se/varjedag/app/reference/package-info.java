@NullMarked
package se.varjedag.app.reference;

import org.jspecify.annotations.NullMarked;
