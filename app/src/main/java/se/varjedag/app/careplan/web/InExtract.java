package se.varjedag.app.careplan.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.Family;
import se.varjedag.app.careplan.Family.Part;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// The closing letters that a patient may read, and whom she has let see her plan, in her register extract.
@Component
class InExtract implements OwnBeside {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final ClosingLetters letters;
    private final Family family;
    private final Ways ways;
    private final Units units;

    InExtract(ClosingLetters letters, Family family, Ways ways, Units units) {
        this.letters = letters;
        this.family = family;
        this.ways = ways;
        this.units = units;
    }

    @Override
    public List<Line> of(UUID person, List<Event> told, Texts texts) {
        var words = new Plain(texts, false);
        var all = new ArrayList<Line>();
        var ended = ways.ended(person, told);
        for (var letter : letters.of(person)) {
            if (ended.stream().anyMatch(one -> OwnLettersController.belongs(letter, one))) {
                all.add(new Line(
                        texts.formats().date(letter.at().atZone(STOCKHOLM).toLocalDate()),
                        words.t("mvp.letter.numbered", letter.number(), letter.version()),
                        letters.words(letter, LetterText.of(words)).stream()
                                .map(ClosingLetters.Part::words)
                                .collect(Collectors.joining(" ")),
                        units.name(letter.unit())));
            }
        }
        for (var one : family.of(person)) {
            var parts = Stream.of(Part.values())
                    .filter(one.parts()::contains)
                    .map(part -> words.t("mvp.family.part." + part.key()))
                    .collect(Collectors.joining(", "));
            all.add(new Line(
                    texts.formats().date(one.at().atZone(STOCKHOLM).toLocalDate()),
                    words.t("mvp.family.extract", one.name()),
                    parts + ". " + FamilyController.until(one, words) + ". " + FamilyController.state(one, words),
                    ""));
        }
        return List.copyOf(all);
    }
}
