@NullMarked
package se.varjedag.app.web.figure;

import org.jspecify.annotations.NullMarked;
