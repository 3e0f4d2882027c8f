/// Scores of instruments that others own (EQ-5D, the Distress Thermometer): numbers only, never a question. Read
/// [ScoreFiles] first.
@NullMarked
package se.varjedag.app.intake.scores;

import org.jspecify.annotations.NullMarked;
