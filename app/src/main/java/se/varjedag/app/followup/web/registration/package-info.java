/// The page Registrering: how well what happened was written down, and why another count differs. Read
/// [RegistrationPage] first.
@NullMarked
package se.varjedag.app.followup.web.registration;

import org.jspecify.annotations.NullMarked;
