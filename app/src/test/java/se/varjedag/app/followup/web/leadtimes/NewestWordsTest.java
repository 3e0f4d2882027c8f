package se.varjedag.app.followup.web.leadtimes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.MeasuringPoint;

class NewestWordsTest {

    private static final List<String> ALL = List.of(
            "selected",
            "selected.one",
            "label",
            "line.counted",
            "why",
            "ended",
            "begun",
            "waiting",
            "naive",
            "counted");

    private static List<String> said(Language language, MeasuringPoint from, MeasuringPoint to) {
        var words = new NewestWords(Texts.in(language), from, to);
        return ALL.stream().map(what -> words.say(what, 11, "50 %", "60 %")).toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void only_a_measure_that_begins_or_ends_with_treatment_speaks_of_treatment(Language language) {
        var texts = Texts.in(language);
        for (var from : MeasuringPoint.inOrderOfCare()) {
            for (var to : MeasuringPoint.inOrderOfCare()) {
                if (from == MeasuringPoint.SUSPICION && to == MeasuringPoint.TREATMENT) {
                    continue;
                }
                for (var sentence : said(language, from, to)) {
                    var rest = sentence.replace(StepNames.point(from, texts), "")
                            .replace(StepNames.point(to, texts), "")
                            .toLowerCase(Locale.ROOT);
                    assertThat(rest)
                            .doesNotContain("behandl", "börja", "klocka", "treat", "begun", "clock")
                            .doesNotContain("{", "}");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_measure_is_named_by_both_its_points(Language language) {
        var texts = Texts.in(language);
        var from = MeasuringPoint.SPECIMEN_TAKEN;
        var to = MeasuringPoint.PATHOLOGY_REPORTED;

        var said = new ArrayList<>(said(language, from, to));

        assertThat(String.join(" ", said)).contains(StepNames.point(from, texts), StepNames.point(to, texts));
    }

    @Test
    void the_whole_time_is_said_to_end_with_treatment() {
        var words = new NewestWords(Texts.in(Language.SV), MeasuringPoint.SUSPICION, MeasuringPoint.TREATMENT);

        assertThat(words.say("why")).contains("behandlades i månaden");
        assertThat(words.say("selected.one", 39)).contains("senast dag 39");
    }
}
