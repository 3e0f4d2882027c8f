@NullMarked
package se.varjedag.app.followup.web.leadtimes;

import org.jspecify.annotations.NullMarked;
