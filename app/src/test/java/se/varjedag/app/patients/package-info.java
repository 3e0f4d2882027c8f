/// What of a patient's data somebody sees.
@NullMarked
package se.varjedag.app.patients;

import org.jspecify.annotations.NullMarked;
