@NullMarked
package se.varjedag.app.forms;

import org.jspecify.annotations.NullMarked;
