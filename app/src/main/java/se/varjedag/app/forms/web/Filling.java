package se.varjedag.app.forms.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.forms.Asked;
import se.varjedag.app.forms.Check;
import se.varjedag.app.forms.Drafts;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.forms.Sheet;
import se.varjedag.app.forms.Sheet.Place;
import se.varjedag.app.forms.Trouble;
import se.varjedag.app.forms.Typed;
import se.varjedag.app.web.Texts;

/// Filling in a form: by the patient, or by somebody of the staff for her.
@Component
public class Filling {
    private final Drafts drafts;
    private final Kept kept;

    Filling(Drafts drafts, Kept kept) {
        this.drafts = drafts;
        this.kept = kept;
    }

    /// How a form is shown.
    ///
    /// @param path where it is sent
    /// @param easy whether easy Swedish is asked for
    /// @param more the repeating group that is shown once more; empty for none
    public record How(String path, boolean easy, String more) {}

    /// What is shown of a form.
    ///
    /// @param easyWay address of the form in the other kind of Swedish; empty where there is none
    /// @param fresh   whether questions have come that were not there before
    /// @param saved   when the draft was kept, in words
    public record Shown(
            String title,
            String lead,
            String path,
            boolean easy,
            String easyWay,
            List<FormFields.Field> fields,
            List<Wrong> wrong,
            boolean fresh,
            String saved) {}

    /// One line of the summary of what is wrong.
    public record Wrong(String id, String label, String what) {}

    /// What came of sending a form in.
    public sealed interface Outcome {
        record Sent(int number) implements Outcome {}

        record Again(Shown shown) implements Outcome {}

        /// It was answered meanwhile: by a second click, or by somebody else.
        record Closed() implements Outcome {}
    }

    /// The fields of a request; those that are none of the form's are left out.
    static Typed typed(Questionnaire form, Map<String, String[]> parameters) {
        var fields = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, held) -> fields.put(name, Arrays.asList(held)));
        return new Typed(fields).of(form);
    }

    Shown show(Acting acting, Asked asked, Questionnaire form, How how, Texts texts) {
        var draft = drafts.of(acting, asked);
        var typed = draft.map(Drafts.Draft::typed).orElseGet(() -> Typed.untouched(form));
        return shown(
                form,
                typed,
                List.of(),
                false,
                how,
                draft.map(Drafts.Draft::saved).orElse(null),
                texts);
    }

    /// What the script is told after it has kept a draft.
    ///
    /// @param hidden places that are not asked as the fields stand
    public record Draft(List<String> hidden, String saved) {}

    Draft draft(Acting acting, Asked asked, Questionnaire form, Map<String, String[]> parameters, Texts texts) {
        var typed = typed(form, parameters);
        var saved = keep(acting, asked, form, typed);
        return new Draft(
                notAsked(form, typed), texts.text("forms.saved", texts.formats().moment(saved)));
    }

    /// Where a form leads after its draft was kept: back to it, perhaps with a group once more.
    ///
    /// @param what `spara`, or `fler:` and the path of the group
    static String after(String what, boolean easy) {
        var query = new ArrayList<String>();
        if (easy) {
            query.add("latt=ja");
        }
        if (what.startsWith("fler:")) {
            query.add("fler=" + URLEncoder.encode(what.substring("fler:".length()), StandardCharsets.UTF_8));
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    Instant keep(Acting acting, Asked asked, Questionnaire form, Typed typed) {
        return drafts.keep(acting, asked, form, typed);
    }

    /// Which places are not asked as the fields stand.
    static List<String> notAsked(Questionnaire form, Typed typed) {
        return Sheet.flat(Sheet.of(form, typed.read(form).answers()).places("")).stream()
                .filter(place -> !place.asked())
                .map(Place::path)
                .toList();
    }

    /// Sends an answer in if nothing is wrong with it and no question has come up that was not shown before.
    Outcome send(Acting acting, Asked asked, Questionnaire form, Typed typed, How how, Texts texts) {
        var before =
                asked(form, drafts.of(acting, asked).map(Drafts.Draft::typed).orElseGet(() -> Typed.untouched(form)));
        var saved = drafts.keep(acting, asked, form, typed);
        var read = typed.read(form);
        var sheet = Sheet.of(form, read.answers());
        var troubles = new ArrayList<>(read.troubles());
        var inside = read.troubles().stream().map(Trouble::path).collect(Collectors.toSet());
        Check.of(form, sheet.answers()).stream()
                .filter(one -> !inside.contains(one.path()))
                .forEach(troubles::add);
        var now = asked(form, typed);
        boolean fresh = !before.containsAll(now);
        var unseen = now.stream().filter(path -> !before.contains(path)).collect(Collectors.toSet());
        troubles.removeIf(one -> one.what().equals("required") && unseen.contains(one.path()));
        // What cannot be read at a place that is not asked is in nobody's way.
        troubles.removeIf(one -> !one.what().equals("required") && !now.contains(one.path()));
        if (fresh || !troubles.isEmpty()) {
            return new Outcome.Again(shown(form, typed, troubles, fresh, how, saved, texts));
        }
        try {
            return new Outcome.Sent(kept.send(acting, asked, sheet));
        } catch (Kept.AnsweredBefore _) {
            return new Outcome.Closed();
        }
    }

    private static Set<String> asked(Questionnaire form, Typed typed) {
        return Sheet.flat(Sheet.of(form, typed.read(form).answers()).places("")).stream()
                .filter(place -> place.asked() && place.item().asks())
                .map(Place::path)
                .collect(Collectors.toSet());
    }

    private static Shown shown(
            Questionnaire form,
            Typed typed,
            List<Trouble> troubles,
            boolean fresh,
            How how,
            @org.jspecify.annotations.Nullable Instant saved,
            Texts texts) {
        var sheet = Sheet.of(form, typed.read(form).answers());
        var fields = new FormFields(typed, troubles, texts, how.easy());
        var labels = Sheet.flat(sheet.places(how.more()));
        boolean swedish = texts.language() == se.varjedag.pathway.definition.Language.SV;
        boolean hasEasy = swedish && !form.lead().easy().isEmpty();
        return new Shown(
                form.title().in(texts.language(), how.easy()),
                form.lead().in(texts.language(), how.easy()),
                how.path(),
                how.easy() && hasEasy,
                hasEasy ? how.path() + (how.easy() ? "" : "?latt=ja") : "",
                fields.of(sheet, how.more()),
                troubles.stream()
                        .map(one -> new Wrong(
                                FormFields.id(one.path()),
                                labels.stream()
                                        .filter(place -> place.path().equals(one.path()))
                                        .map(place -> place.item().text().in(texts.language(), how.easy()))
                                        .findFirst()
                                        .orElse(one.path()),
                                texts.text("forms.trouble." + one.what(), one.than())))
                        .distinct()
                        .toList(),
                fresh,
                saved == null ? "" : texts.text("forms.saved", texts.formats().moment(saved)));
    }
}
