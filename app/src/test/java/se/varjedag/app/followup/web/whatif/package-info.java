@NullMarked
package se.varjedag.app.followup.web.whatif;

import org.jspecify.annotations.NullMarked;
