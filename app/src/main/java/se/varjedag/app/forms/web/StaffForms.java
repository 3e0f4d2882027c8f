package se.varjedag.app.forms.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.varjedag.app.forms.Asked;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;

/// A patient's forms in finished words, for the staff.
///
/// @param path    of the page
/// @param patient of the patient's own page
/// @param points  days on the patient's way that a form may be counted from
public record StaffForms(
        String path,
        String patient,
        String name,
        List<Row> asked,
        List<FormList.Done> answered,
        List<ScorePicture> pictures,
        List<Choice> forms,
        List<Choice> occasions,
        List<Choice> points,
        String today) {
    private static final int POINTS = 12;
    private static final Pattern NATIONAL_CODE = Pattern.compile("[A-Z]{2}\\d{3}");
    private static final int LETTERS_AND_TRACK = 3;

    /// One form that is or was asked.
    ///
    /// @param state     in one word: `waits`, `begun`, `comes`, `answered`, `over`, `withdrawn`
    /// @param mayAnswer whether the reader may fill it in now
    /// @param mayEnd    whether the reader may remind and withdraw
    public record Row(
            String path,
            String title,
            String occasion,
            String when,
            String state,
            String stateText,
            String by,
            boolean mayAnswer,
            boolean mayRemind,
            boolean mayEnd) {}

    /// One of a list.
    public record Choice(String key, String text) {}

    /// Where and when it is read.
    ///
    /// @param hers what the patient herself is shown
    record Here(String unit, LocalDate today, Texts texts, UnaryOperator<String> units, Set<UUID> hers) {}

    static StaffForms of(
            Sight sight,
            List<Asked> asked,
            List<Kept.Answer> answers,
            List<Kept.Score> scores,
            Questionnaires forms,
            Here here) {
        var path = "/patient/" + sight.person() + "/formular";
        var texts = here.texts();
        return new StaffForms(
                path,
                "/patient/" + sight.person(),
                PatientNames.of(sight.who(), texts),
                asked.stream().map(one -> row(one, path, forms, here)).toList(),
                FormList.of(asked, answers, forms, here.today(), path, texts).answered(),
                forms.all().stream()
                        .filter(form -> !ScorePicture.drawn(form).isEmpty()
                                && scores.stream().anyMatch(one -> one.form().equals(form.id())))
                        .map(form -> ScorePicture.of(form, scores, texts))
                        .toList(),
                forms.all().stream()
                        .map(form -> new Choice(form.id(), form.title().in(texts.language(), false)))
                        .toList(),
                Stream.of(Occasion.values())
                        .map(one -> new Choice(one.key(), texts.text("forms.occasion." + one.key())))
                        .toList(),
                points(sight, texts),
                here.today().toString());
    }

    private static Row row(Asked asked, String path, Questionnaires forms, Here here) {
        var texts = here.texts();
        var today = here.today();
        boolean own = asked.unit().equals(here.unit());
        var state = asked.withdrawn()
                ? "withdrawn"
                : asked.answered() > 0
                        ? "answered"
                        : asked.due().isAfter(today)
                                ? "comes"
                                : !asked.mayBeAnswered(today) ? "over" : asked.saved() == null ? "waits" : "begun";
        var said = new ArrayList<String>();
        said.add(texts.text("forms.state." + state, String.valueOf(asked.answered())));
        if (asked.reminded() != null && asked.answered() == 0) {
            said.add(texts.text("forms.reminded", texts.formats().moment(asked.reminded())));
        }
        if (!here.hers().contains(asked.id()) && !asked.withdrawn()) {
            said.add(texts.text("forms.not-hers"));
        }
        return new Row(
                path + "/" + asked.id(),
                FormList.title(forms, asked.form(), texts),
                texts.text("forms.occasion." + asked.occasion().key()),
                asked.until() == null
                        ? texts.formats().date(asked.due())
                        : texts.formats().period(asked.due(), asked.until()),
                state,
                String.join(" · ", said),
                here.units().apply(asked.unit()) + " · "
                        + (asked.byRule() ? texts.text("forms.by-rule") : asked.byName()),
                own && asked.mayBeAnswered(today),
                own && asked.waits(today),
                own && !asked.withdrawn() && (asked.answered() == 0 || asked.occasion() == Occasion.OPEN));
    }

    /// The latest days on which something happened that a form may follow on, the latest first.
    private static List<Choice> points(Sight sight, Texts texts) {
        return sight.events().stream()
                .filter(event -> !event.planned())
                .sorted(Comparator.comparing(Event::day).reversed())
                .limit(POINTS)
                .map(event -> new Choice(
                        event.day() + " " + event.code(),
                        texts.formats().date(event.day()) + " " + what(event.code(), texts)))
                .distinct()
                .toList();
    }

    private static String what(String code, Texts texts) {
        var suffix = NATIONAL_CODE.matcher(code).matches()
                ? "suffix." + Integer.parseInt(code.substring(LETTERS_AND_TRACK))
                : "";
        return MeasuringPoint.ofKey(code)
                .map(point -> point.word(texts.language()))
                .orElseGet(() -> texts.has(suffix) ? texts.text(suffix) : code);
    }
}
