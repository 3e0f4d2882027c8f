@NullMarked
package se.varjedag.app.followup.web.flow;

import org.jspecify.annotations.NullMarked;
