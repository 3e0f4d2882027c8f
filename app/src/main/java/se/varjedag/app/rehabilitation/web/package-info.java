/// The pages of rehabilitation: a patient's, for the staff, and the figures.
@NullMarked
package se.varjedag.app.rehabilitation.web;

import org.jspecify.annotations.NullMarked;
