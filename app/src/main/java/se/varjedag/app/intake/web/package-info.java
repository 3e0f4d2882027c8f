/// The pages of data: files in, rows that could not be used, and what is wrong in the registration.
@NullMarked
package se.varjedag.app.intake.web;

import org.jspecify.annotations.NullMarked;
