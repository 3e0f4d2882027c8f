package se.varjedag.app.careplan.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import se.varjedag.app.careplan.Goals.Goal;
import se.varjedag.app.careplan.Goals.State;

/// One goal of a patient in finished words.
///
/// @param state key of what has become of it
/// @param said the same in words, with when
/// @param choices what she may say of it now
public record Wish(UUID id, String text, String written, String state, String said, List<Choice> choices) {
    public Wish {
        choices = List.copyOf(choices);
    }

    /// What may become of a goal.
    public record Choice(String key, String name) {}

    static List<Wish> of(List<Goal> all, Plain words) {
        return all.stream().map(one -> of(one, words)).toList();
    }

    private static Wish of(Goal one, Plain words) {
        var formats = words.texts().formats();
        var key = one.state().key();
        return new Wish(
                one.id(),
                one.words(),
                words.t("mvp.goal.written", formats.moment(one.at())),
                key,
                one.since()
                        .map(at -> words.t("mvp.goal.state." + key, formats.moment(at)))
                        .orElse(""),
                Arrays.stream(State.values())
                        .filter(state -> state != one.state())
                        .map(state -> new Choice(state.key(), words.t("mvp.goal.mark." + state.key())))
                        .toList());
    }
}
