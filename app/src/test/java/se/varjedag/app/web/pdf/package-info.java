@NullMarked
package se.varjedag.app.web.pdf;

import org.jspecify.annotations.NullMarked;
