package se.varjedag.app.forms.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.varjedag.app.forms.Asked;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.web.Texts;

/// A patient's forms in finished words: what waits, what may be answered again, what comes, what was answered.
public record FormList(List<Row> waiting, List<Row> again, List<Row> coming, List<Done> answered) {

    /// A form to answer.
    ///
    /// @param when until when, or from when
    /// @param begun when the draft was kept; empty where there is none
    /// @param last when it was answered last; empty where it never was
    public record Row(String path, String title, String when, String begun, String last, String id) {}

    /// An answer.
    public record Done(String path, String title, String when) {}

    static FormList of(
            List<Asked> asked,
            List<Kept.Answer> answers,
            Questionnaires forms,
            LocalDate today,
            String path,
            Texts texts) {
        var waiting = new ArrayList<Row>();
        var again = new ArrayList<Row>();
        var coming = new ArrayList<Row>();
        var answered = new ArrayList<Done>();
        for (var one : asked) {
            var title = title(forms, one.form(), texts);
            var row = new Row(
                    path + "/" + one.id(),
                    title,
                    when(one, today, texts),
                    begun(one, texts),
                    last(one, answers, texts),
                    one.id().toString());
            if (one.waits(today) || (one.saved() != null && one.mayBeAnswered(today))) {
                waiting.add(row);
            } else if (one.mayBeAnswered(today)) {
                again.add(row);
            } else if (!one.withdrawn() && one.due().isAfter(today)) {
                coming.add(row);
            }
        }
        for (var answer : answers) {
            asked.stream()
                    .filter(one -> one.id().equals(answer.assignment()))
                    .findFirst()
                    .ifPresent(one -> answered.add(new Done(
                            path + "/" + one.id() + "/svar/" + answer.number(),
                            title(forms, one.form(), texts),
                            signed(answer, texts))));
        }
        return new FormList(waiting, again, coming, answered);
    }

    static String title(Questionnaires forms, String form, Texts texts) {
        return forms.byId(form)
                .map(known -> known.title().in(texts.language(), false))
                .orElse(form);
    }

    private static String when(Asked asked, LocalDate today, Texts texts) {
        var until = until(asked, today, texts);
        return asked.reminded() == null
                ? until
                : until + " · " + texts.text("forms.reminder", texts.formats().moment(asked.reminded()));
    }

    private static String until(Asked asked, LocalDate today, Texts texts) {
        if (asked.due().isAfter(today)) {
            return texts.text("forms.from", texts.formats().date(asked.due()));
        }
        if (asked.until() != null) {
            return texts.text("forms.until", texts.formats().date(asked.until()));
        }
        return texts.text(asked.occasion() == Occasion.OPEN ? "forms.any" : "forms.when-you-can");
    }

    private static String begun(Asked asked, Texts texts) {
        return asked.saved() == null
                ? ""
                : texts.text("forms.begun", texts.formats().moment(asked.saved()));
    }

    private static String last(Asked asked, List<Kept.Answer> answers, Texts texts) {
        return answers.stream()
                .filter(answer -> answer.assignment().equals(asked.id()))
                .max(Comparator.comparingInt(Kept.Answer::number))
                .map(answer -> texts.text("forms.last", texts.formats().moment(answer.at())))
                .orElse("");
    }

    static String signed(Kept.Answer answer, Texts texts) {
        var at = texts.formats().moment(answer.at());
        return answer.byName().isEmpty()
                ? texts.text("forms.answered.self", at)
                : texts.text("forms.answered.for", at, answer.byName(), texts.text("role." + answer.byRole()));
    }
}
