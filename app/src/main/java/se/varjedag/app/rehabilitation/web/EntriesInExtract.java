package se.varjedag.app.rehabilitation.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.rehabilitation.Entries;
import se.varjedag.app.rehabilitation.Programme;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// What staff has entered of a patient's rehabilitation, in her register extract; what was taken back stands there too.
/// A need or a profession may tell of a disease, so it follows the rule of values that name one.
@Component
class EntriesInExtract implements OwnBeside {
    private final Patients patients;
    private final Entries entries;
    private final Programme programme;
    private final Units units;

    EntriesInExtract(Patients patients, Entries entries, Programme programme, Units units) {
        this.patients = patients;
        this.entries = entries;
        this.programme = programme;
        this.units = units;
    }

    @Override
    public List<Line> of(UUID person, List<Event> told, Texts texts) {
        var words = new EntryWords(programme, texts);
        var mayRead = patients.mayRead(person);
        return entries.of(person).stream()
                .filter(entry -> mayRead.test(entry.day()))
                .map(entry -> new Line(
                        texts.formats().date(entry.day()),
                        texts.text("rehab.title") + ": " + words.what(entry),
                        entry.taken() ? texts.text("rehab.extract.taken", words.answer(entry)) : words.answer(entry),
                        units.name(entry.unit())))
                .toList();
    }
}
