/// The page Registrering on a small simulated Sweden.
@NullMarked
package se.varjedag.app.followup.web.registration;

import org.jspecify.annotations.NullMarked;
