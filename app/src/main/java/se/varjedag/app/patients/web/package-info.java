/// The pages about one patient.
@NullMarked
package se.varjedag.app.patients.web;

import org.jspecify.annotations.NullMarked;
