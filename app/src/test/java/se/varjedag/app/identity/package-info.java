@NullMarked
package se.varjedag.app.identity;

import org.jspecify.annotations.NullMarked;
