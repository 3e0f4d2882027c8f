package se.varjedag.app.rehabilitation.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.reference.Units;
import se.varjedag.app.rehabilitation.Entries;
import se.varjedag.app.rehabilitation.Programme;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// What staff has entered of a patient's rehabilitation, in her register extract; what was taken back stands there too.
@Component
class EntriesInExtract implements OwnBeside {
    private final Entries entries;
    private final Programme programme;
    private final Units units;

    EntriesInExtract(Entries entries, Programme programme, Units units) {
        this.entries = entries;
        this.programme = programme;
        this.units = units;
    }

    @Override
    public List<Line> of(UUID person, List<Event> told, Texts texts) {
        var words = new EntryWords(programme, texts);
        return entries.of(person).stream()
                .map(entry -> new Line(
                        texts.formats().date(entry.day()),
                        texts.text("rehab.title") + ": " + words.what(entry),
                        entry.taken() ? texts.text("rehab.extract.taken", words.answer(entry)) : words.answer(entry),
                        units.name(entry.unit())))
                .toList();
    }
}
