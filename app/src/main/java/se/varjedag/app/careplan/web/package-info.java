/// The pages of Min vårdplan, in plain words, and those where the staff answer.
@NullMarked
package se.varjedag.app.careplan.web;

import org.jspecify.annotations.NullMarked;
