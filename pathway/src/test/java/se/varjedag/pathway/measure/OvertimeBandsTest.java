package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.pathway.measure.OvertimeBands.Band;

/// How much too late, as a part of each patient's own limit.
class OvertimeBandsTest {

    @ParameterizedTest
    @CsvSource({
        "40, 40, IN_TIME",
        "41, 40, TO_25",
        "50, 40, TO_25",
        "51, 40, TO_50",
        "60, 40, TO_50",
        "61, 40, TO_75",
        "70, 40, TO_75",
        "71, 40, OVER_75",
        "27, 21, TO_50",
        "0, 0, IN_TIME",
        "1, 0, OVER_75",
    })
    void a_band_holds_its_upper_bound(int days, int limit, Band band) {
        assertThat(Band.of(days, limit)).isEqualTo(band);
    }

    @Test
    void each_patient_is_held_against_the_limit_of_the_own_treatment() {
        // Surgery may take 44 days, a drug 41: 52 days are up to a quarter too late for one and more for the other.
        var traced = traced("""
                a VC010 2023-01-01
                a VC050 2023-02-22
                b VC010 2023-01-01
                b VC052 2023-02-22
                c VC010 2023-01-01
                c VC060 2023-02-22
                """);

        var bands = OvertimeBands.of(
                Answers.answer(traced, Question.leadTime().by(GroupKey.LIMIT).build(), Optional.empty()));

        assertThat(bands).containsOnlyKeys(List.of(List.of()));
        assertThat(bands.get(List.of()).counts())
                .filteredOn(count -> count.patients() > 0)
                .containsExactly(new OvertimeBands.Count(Band.TO_25, 1, 8), new OvertimeBands.Count(Band.TO_50, 1, 11));
    }

    @Test
    void bands_are_read_from_an_answer_by_limit_only() {
        var answer =
                Answers.answer(traced("a VC010 2023-01-01"), Question.leadTime().build(), Optional.empty());

        assertThatIllegalArgumentException().isThrownBy(() -> OvertimeBands.of(answer));
    }
}
