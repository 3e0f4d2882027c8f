/// The pages of the overview: the picture, the table, the form, and where it is in use.
@NullMarked
package se.varjedag.app.overview.web;

import org.jspecify.annotations.NullMarked;
