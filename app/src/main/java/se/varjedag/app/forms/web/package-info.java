/// The pages of forms: the patient's own, and those of the staff at her page.
@NullMarked
package se.varjedag.app.forms.web;

import org.jspecify.annotations.NullMarked;
