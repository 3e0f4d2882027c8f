/// Forms that patients answer: what they are, who is asked to answer when, drafts, answers and their scores. Read
/// [se.varjedag.app.forms.Questionnaire] first, then [se.varjedag.app.forms.Sheet].
///
/// A form is a FHIR R4 Questionnaire, shipped as data; an answer is a QuestionnaireResponse, and every one stays. Other
/// modules ask [se.varjedag.app.forms.Waiting].
@NullMarked
package se.varjedag.app.forms;

import org.jspecify.annotations.NullMarked;
