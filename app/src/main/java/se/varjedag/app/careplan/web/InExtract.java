package se.varjedag.app.careplan.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.Family;
import se.varjedag.app.careplan.Family.Part;
import se.varjedag.app.careplan.Followed;
import se.varjedag.app.careplan.Goals;
import se.varjedag.app.careplan.HomeMeasures;
import se.varjedag.app.careplan.Measured;
import se.varjedag.app.careplan.Messages;
import se.varjedag.app.careplan.Plans;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.patients.OwnBeside;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// What stands beside a patient's events and values, in her register extract: closing letters that she may read, whom
/// she has let see her plan, the plan, goals, messages, and her words on what she has measured at home.
@Component
class InExtract implements OwnBeside {

    private final ClosingLetters letters;
    private final Family family;
    private final Plans plans;
    private final Goals goals;
    private final Messages messages;
    private final Ways ways;
    private final Measured measured;
    private final Followed followed;
    private final HomeMeasures measures;
    private final Units units;

    InExtract(
            ClosingLetters letters,
            Family family,
            Plans plans,
            Goals goals,
            Messages messages,
            Ways ways,
            Measured measured,
            Followed followed,
            HomeMeasures measures,
            Units units) {
        this.measured = measured;
        this.followed = followed;
        this.measures = measures;
        this.letters = letters;
        this.family = family;
        this.plans = plans;
        this.goals = goals;
        this.messages = messages;
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
                        day(letter.at(), texts),
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
                    day(one.at(), texts),
                    words.t("mvp.family.extract", one.name()),
                    parts + ". " + FamilyController.until(one, words) + ". " + FamilyController.state(one, words),
                    ""));
        }
        plans.shown(person)
                .forEach(one -> all.add(new Line(
                        day(one.at(), texts),
                        words.t("mvp.plan.numbered", one.number(), one.version()),
                        one.parts().stream()
                                .filter(part -> !part.words().isEmpty())
                                .map(part -> part.title().in(LetterText.of(words)) + ": " + part.words())
                                .collect(Collectors.joining(" ")),
                        units.name(one.unit()))));
        goals.of(person)
                .forEach(one -> all.add(new Line(day(one.at(), texts), words.t("mvp.goal.title"), one.words(), "")));
        messages.of(person)
                .forEach(one -> all.add(new Line(
                        day(one.at(), texts),
                        one.fromPatient() ? words.t("mvp.plan.message") : words.t("mvp.plan.message.from", one.by()),
                        one.words(),
                        units.name(one.unit()))));
        measured(person, words, all);
        return List.copyOf(all);
    }

    /// The numbers stand among her values.
    private void measured(UUID person, Plain words, List<Line> all) {
        var texts = words.texts();
        for (var one : measured.of(person)) {
            var now = one.now();
            measures.of(now.measure()).filter(_ -> !now.words().isEmpty()).ifPresent(measure -> {
                var said = new MeasureWords(measure, words);
                all.add(new Line(
                        texts.formats().date(now.day()),
                        said.name() + " " + said.value(now.numbers()),
                        now.words(),
                        units.name(now.unit())));
            });
        }
        for (var one : followed.of(person)) {
            measures.of(one.measure())
                    .ifPresent(measure -> all.add(new Line(
                            day(one.at(), texts),
                            words.t("mvp.measure.follows", new MeasureWords(measure, words).name()),
                            one.words(),
                            units.name(one.unit()))));
        }
    }

    private static String day(Instant at, Texts texts) {
        return texts.formats().date(at.atZone(Sweden.TIME).toLocalDate());
    }
}
