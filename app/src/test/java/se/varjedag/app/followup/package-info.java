@NullMarked
package se.varjedag.app.followup;

import org.jspecify.annotations.NullMarked;
