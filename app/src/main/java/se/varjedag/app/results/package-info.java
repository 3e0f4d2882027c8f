/// Results reports: figures of a period as known at a moment, commented, frozen, numbered and published.
@NullMarked
package se.varjedag.app.results;

import org.jspecify.annotations.NullMarked;
