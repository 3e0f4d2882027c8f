/// The pages about one patient, over HTTP.
@NullMarked
package se.varjedag.app.patients.web;

import org.jspecify.annotations.NullMarked;
