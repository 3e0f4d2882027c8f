/// Palliative care: its points as clinical values of a patient, figures of them by place of residence and by place of
/// care, and the certification of units. Read [se.varjedag.app.palliative.Points] first.
@NullMarked
package se.varjedag.app.palliative;

import org.jspecify.annotations.NullMarked;
