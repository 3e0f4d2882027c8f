package se.varjedag.app.forms.web;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varjedag.app.forms.Asked;
import se.varjedag.app.forms.Asking;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.forms.Response;
import se.varjedag.app.forms.Sheet;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// What a patient has answered to forms, question by question, in her register extract.
@Component
class AnswersInExtract implements OwnBeside {

    private final Asking asking;
    private final Kept kept;
    private final Questionnaires forms;
    private final Units units;

    AnswersInExtract(Asking asking, Kept kept, Questionnaires forms, Units units) {
        this.asking = asking;
        this.kept = kept;
        this.forms = forms;
        this.units = units;
    }

    @Override
    public List<Line> of(UUID person, List<Event> told, Texts texts) {
        var asked = new HashMap<UUID, Asked>();
        asking.of(person).forEach(one -> asked.put(one.id(), one));
        return kept.of(person).stream()
                .flatMap(answer -> Optional.ofNullable(asked.get(answer.assignment())).stream()
                        .flatMap(one -> forms.byId(one.form()).stream().map(form -> line(answer, one, form, texts))))
                .toList();
    }

    private Line line(Kept.Answer answer, Asked asked, Questionnaire form, Texts texts) {
        var sheet = Sheet.of(form, Response.read(form, answer.response()).answers());
        var words = FormFields.said(sheet, texts, false).stream()
                .filter(said -> !said.head() && !said.answers().isEmpty())
                .map(said -> said.label() + " " + String.join(", ", said.answers()))
                .collect(Collectors.joining(". "));
        return new Line(
                texts.formats().date(answer.at().atZone(Sweden.TIME).toLocalDate()),
                form.title().in(texts.language(), false),
                words,
                units.name(asked.unit()));
    }
}
