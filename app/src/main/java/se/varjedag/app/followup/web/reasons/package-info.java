/// Why limits were passed, over many patients.
@NullMarked
package se.varjedag.app.followup.web.reasons;

import org.jspecify.annotations.NullMarked;
