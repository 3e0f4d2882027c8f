/// The pages of results reports: all issues, one issue, one figure, and an issue counted again.
@NullMarked
package se.varjedag.app.results.web;

import org.jspecify.annotations.NullMarked;
