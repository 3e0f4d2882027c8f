/// The pages of what is reported nationally.
@NullMarked
package se.varjedag.app.reporting.web;

import org.jspecify.annotations.NullMarked;
