package se.varjedag.app.rehabilitation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import se.varjedag.app.forms.Kept.Score;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.rehabilitation.Entry;
import se.varjedag.app.rehabilitation.Entry.Level;
import se.varjedag.app.rehabilitation.Entry.What;
import se.varjedag.app.rehabilitation.Programme;
import se.varjedag.app.rehabilitation.Wanted;
import se.varjedag.app.web.Texts;

/// One patient's rehabilitation in finished words.
///
/// @param path     of the page
/// @param patient  of the patient's own page
/// @param due      the day for the next assessment, in words; empty when nothing is due
/// @param untold   the occasions that nothing tells of
public record RehabilitationPage(
        String path,
        String patient,
        String name,
        String today,
        String due,
        boolean late,
        List<Occasion> occasions,
        String untold,
        List<Dimension> dimensions,
        List<Choice> levels,
        List<Question> plan,
        List<Question> family,
        List<Choice> professions,
        String involved,
        List<Written> history) {
    private static final List<What> FAMILY = List.of(What.CHILDREN, What.INFORMATION, What.ADVICE, What.SUPPORT);

    /// An occasion, and whether needs were assessed.
    ///
    /// @param state `done`, `done-late`, `due` or `missed`
    public record Occasion(String name, String day, String due, String state, String said) {}

    /// What is known of one dimension of need.
    public record Dimension(String field, String name, String level, String when) {}

    /// One of a list.
    public record Choice(String key, String text) {}

    /// A question with its latest answer.
    public record Question(String field, String text, String answer, String when, List<Choice> answers) {}

    /// One entry.
    ///
    /// @param path to take it back; empty for who may not
    public record Written(String day, String what, String answer, String signed, boolean taken, String path) {}

    /// Where and when it is read.
    record Here(String unit, LocalDate today, Texts texts, UnaryOperator<String> units, Programme programme) {}

    private record Found(String level, LocalDate day, String from) {}

    static RehabilitationPage of(Sight sight, List<Wanted> wanted, List<Entry> entries, List<Score> scores, Here here) {
        var texts = here.texts();
        var path = "/patient/" + sight.person() + "/rehabilitering";
        var standing = entries.stream().filter(entry -> !entry.taken()).toList();
        var next = wanted.stream().filter(Wanted::open).min(Comparator.comparing(Wanted::due));
        return new RehabilitationPage(
                path,
                "/patient/" + sight.person(),
                PatientNames.of(sight.who(), texts),
                here.today().toString(),
                next.map(one -> texts.formats().date(one.due())).orElse(""),
                next.map(one -> one.late(here.today())).orElse(false),
                wanted.stream().map(one -> occasion(one, here)).toList(),
                String.join(
                        ", ",
                        here.programme().occasions().stream()
                                .filter(one -> !one.told())
                                .map(one -> one.name().in(texts.language()))
                                .toList()),
                Entry.DIMENSIONS.stream()
                        .map(one -> dimension(one, standing, scores, texts))
                        .toList(),
                List.of(Level.values()).stream()
                        .map(level -> new Choice(level.key(), texts.text("rehab.level." + level.key())))
                        .toList(),
                List.of(question(What.PLAN, "", texts.text("rehab.what.plan"), standing, texts)),
                FAMILY.stream()
                        .map(what -> question(what, "", texts.text("rehab.what." + what.key()), standing, texts))
                        .toList(),
                here.programme().codes().stream()
                        .map(code -> new Choice(code, new EntryWords(here.programme(), here.texts()).profession(code)))
                        .toList(),
                involved(standing, here),
                entries.stream().map(entry -> written(entry, path, here)).toList());
    }

    private static String involved(List<Entry> standing, Here here) {
        return String.join(
                ", ",
                here.programme().codes().stream()
                        .filter(code -> latest(standing, What.PROFESSION, code)
                                .filter(entry -> entry.answer().equals(Entry.YES))
                                .isPresent())
                        .map(code -> new EntryWords(here.programme(), here.texts()).profession(code))
                        .toList());
    }

    private static Occasion occasion(Wanted wanted, Here here) {
        var texts = here.texts();
        var dates = texts.formats();
        boolean late = wanted.late(here.today());
        var state = wanted.open() ? (late ? "missed" : "due") : late ? "done-late" : "done";
        return new Occasion(
                wanted.occasion().name().in(texts.language()),
                dates.date(wanted.day()),
                dates.date(wanted.due()),
                state,
                texts.text("rehab.state." + state, dates.date(wanted.done().orElse(wanted.due()))));
    }

    private static Optional<Entry> latest(List<Entry> standing, What what, String item) {
        return standing.stream()
                .filter(entry -> entry.what() == what && entry.item().equals(item))
                .findFirst();
    }

    /// What was entered after a talk or what the form proposes, whichever is the later; of one day what was entered.
    private static Dimension dimension(String key, List<Entry> standing, List<Score> scores, Texts texts) {
        var entered = latest(standing, What.NEED, key)
                .map(entry -> new Found(entry.answer(), entry.day(), "rehab.from.talk"));
        var answered = scores.stream()
                .filter(score -> score.item().equals("score-" + key))
                .max(Comparator.comparing(Score::at))
                .map(score -> new Found(
                        Level.of(score.number()).key(),
                        score.at().atZone(Sweden.TIME).toLocalDate(),
                        "rehab.from.form"));
        Predicate<Found> older =
                found -> answered.map(form -> form.day().isAfter(found.day())).orElse(false);
        var found = entered.filter(older.negate()).or(() -> answered);
        return new Dimension(
                What.NEED.key() + "." + key,
                texts.text("rehab.dimension." + key),
                found.map(one -> texts.text("rehab.level." + one.level())).orElseGet(() -> texts.text("rehab.unknown")),
                found.map(one -> texts.text(one.from(), texts.formats().date(one.day())))
                        .orElse(""));
    }

    private static Question question(What what, String item, String text, List<Entry> standing, Texts texts) {
        var latest = latest(standing, what, item);
        var answers = new ArrayList<>(List.of(Entry.YES, Entry.NO));
        if (FAMILY.contains(what)) {
            answers.add(Entry.NOT_ASKED);
        }
        return new Question(
                what.key() + (item.isEmpty() ? "" : "." + item),
                text,
                latest.map(entry -> texts.text("rehab.answer." + entry.answer()))
                        .orElseGet(() -> texts.text("rehab.unknown")),
                latest.map(entry -> texts.formats().date(entry.day()) + " · " + entry.byName())
                        .orElse(""),
                answers.stream()
                        .map(one -> new Choice(one, texts.text("rehab.answer." + one)))
                        .toList());
    }

    private static Written written(Entry entry, String path, Here here) {
        var texts = here.texts();
        var words = new EntryWords(here.programme(), texts);
        boolean mine = entry.unit().equals(here.unit()) && !entry.taken();
        return new Written(
                texts.formats().date(entry.day()),
                words.what(entry),
                words.answer(entry),
                here.units().apply(entry.unit()) + " · " + entry.byName() + " · "
                        + texts.formats().moment(entry.at()),
                entry.taken(),
                mine ? path + "/" + entry.id() + "/tillbaka" : "");
    }
}
