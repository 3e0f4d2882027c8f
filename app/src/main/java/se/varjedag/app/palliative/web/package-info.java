/// The pages of palliative care: a patient's, for the staff, the figures, and a unit's certification.
@NullMarked
package se.varjedag.app.palliative.web;

import org.jspecify.annotations.NullMarked;
