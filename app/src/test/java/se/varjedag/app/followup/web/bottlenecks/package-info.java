@NullMarked
package se.varjedag.app.followup.web.bottlenecks;

import org.jspecify.annotations.NullMarked;
