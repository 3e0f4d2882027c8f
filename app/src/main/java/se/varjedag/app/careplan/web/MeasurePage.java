package se.varjedag.app.careplan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.careplan.Followed.Follow;
import se.varjedag.app.careplan.HomeMeasure;
import se.varjedag.app.careplan.HomeMeasures;
import se.varjedag.app.careplan.Measured.Entry;

/// What a patient measures at home, in finished words.
///
/// @param asked   what her care wants her to follow
/// @param scale   what the ends of the scale mean; empty where it is none
/// @param picture null while there is less than two to draw
/// @param gone    what she has taken back
/// @param more    how many older ones are not shown
public record MeasurePage(
        List<Choice> choices,
        List<Asked> asked,
        String code,
        String name,
        String unit,
        String scale,
        Form form,
        @Nullable MeasurePicture picture,
        List<MeasureWords.Row> rows,
        List<MeasureWords.Row> gone,
        int more) {
    private static final int SHOWN = 60;

    public MeasurePage {
        choices = List.copyOf(choices);
        asked = List.copyOf(asked);
        rows = List.copyOf(rows);
        gone = List.copyOf(gone);
    }

    /// A measure to choose.
    ///
    /// @param latest what she measured last; empty for nothing
    public record Choice(String code, String name, boolean chosen, String latest) {}

    /// Something she has been asked to follow.
    public record Asked(String code, String name, String words, String by) {}

    /// A number to type.
    ///
    /// @param label empty where there is one only
    public record Field(String label, String value) {}

    /// What is being typed.
    ///
    /// @param entry   the one that is corrected; empty for a new one
    /// @param version of the one that is corrected
    /// @param trouble what is wrong, in a sentence; empty for nothing
    /// @param asks    a question whether the numbers are right; empty for none
    /// @param stands  the numbers that were asked about
    public record Form(
            String entry,
            String version,
            String day,
            List<Field> fields,
            String note,
            String trouble,
            String asks,
            String stands) {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    static MeasurePage of(
            HomeMeasure measure,
            Form form,
            List<Entry> all,
            List<Follow> followed,
            HomeMeasures measures,
            Plain words,
            UnaryOperator<String> units,
            boolean every) {
        var said = new MeasureWords(measure, words);
        var own = all.stream()
                .filter(one -> one.now().measure().equals(measure.code()))
                .toList();
        var standing = own.stream().filter(one -> !one.now().gone()).toList();
        var shown = every ? standing : standing.stream().limit(SHOWN).toList();
        return new MeasurePage(
                choices(measure, all, followed, measures, words),
                followed.stream()
                        .flatMap(one ->
                                measures.of(one.measure()).stream().map(known -> asked(one, known, words, units)))
                        .toList(),
                measure.code(),
                said.name(),
                said.unit(),
                measure.scale().in(LetterText.of(words)),
                form,
                picture(shown, said),
                shown.stream().map(said::row).toList(),
                own.stream().filter(one -> one.now().gone()).map(said::row).toList(),
                standing.size() - shown.size());
    }

    /// @param shown the latest first
    static @Nullable MeasurePicture picture(List<Entry> shown, MeasureWords said) {
        return shown.size() < 2
                ? null
                : MeasurePicture.of(shown.reversed().stream().map(Entry::now).toList(), said);
    }

    private static Asked asked(Follow one, HomeMeasure measure, Plain words, UnaryOperator<String> units) {
        return new Asked(
                measure.code(),
                new MeasureWords(measure, words).name(),
                one.words(),
                words.t("mvp.measure.asked.by", one.by(), units.apply(one.unit())));
    }

    /// Those she has been asked for first, then those she has measured, then the rest.
    private static List<Choice> choices(
            HomeMeasure chosen, List<Entry> all, List<Follow> followed, HomeMeasures measures, Plain words) {
        var first = new ArrayList<Choice>();
        var then = new ArrayList<Choice>();
        var rest = new ArrayList<Choice>();
        for (var one : measures.all()) {
            var said = new MeasureWords(one, words);
            var latest = all.stream()
                    .map(Entry::now)
                    .filter(entry -> entry.measure().equals(one.code()) && !entry.gone())
                    .findFirst();
            var choice = new Choice(
                    one.code(),
                    said.name(),
                    one.code().equals(chosen.code()),
                    latest.map(entry -> said.value(entry.numbers())).orElse(""));
            boolean asked =
                    followed.stream().anyMatch(follow -> follow.measure().equals(one.code()));
            (asked ? first : latest.isPresent() ? then : rest).add(choice);
        }
        first.addAll(then);
        first.addAll(rest);
        return first;
    }
}
