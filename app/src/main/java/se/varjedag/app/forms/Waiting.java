package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which forms wait for a patient: what pages of other modules ask, after they have been let in to her.
@Component
public class Waiting {
    private final OwnForms own;
    private final Questionnaires forms;

    Waiting(OwnForms own, Questionnaires forms) {
        this.own = own;
        this.forms = forms;
    }

    /// A form that an answer is waited for.
    ///
    /// @param assignment its page is `/formular/{assignment}` for the patient
    /// @param due        since when it waits
    /// @param until      the last day to answer; null while any day will do
    /// @param begun      whether there is a draft
    public record Waits(
            UUID assignment,
            Wording title,
            LocalDate due,
            @Nullable LocalDate until,
            boolean begun) {}

    /// What waits for a patient on a day, the first to end first.
    public List<Waits> of(UUID person, LocalDate today) {
        return own.of(person).stream()
                .filter(asked -> asked.waits(today))
                .sorted(java.util.Comparator.comparing(asked -> asked.until() == null ? LocalDate.MAX : asked.until()))
                .flatMap(asked -> forms.byId(asked.form()).stream()
                        .map(form ->
                                new Waits(asked.id(), form.title(), asked.due(), asked.until(), asked.saved() != null)))
                .toList();
    }
}
