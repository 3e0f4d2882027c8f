@NullMarked
package se.varjedag.app.careplan;

import org.jspecify.annotations.NullMarked;
