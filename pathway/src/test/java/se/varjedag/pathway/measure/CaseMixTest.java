package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.statistics.Share;

/// What hospitals and regions would have with the patients of everybody.
class CaseMixTest {

    private static List<CaseMix.Expected> mix(String lines) {
        return CaseMix.of(Answers.answer(
                traced(lines),
                Question.leadTime().by(CaseMix.by(GroupKey.REGION)).build(),
                Optional.empty()));
    }

    @Test
    void the_expected_of_a_group_are_its_own_patients_with_the_shares_of_all() {
        // Women: 2 of 3 in time. Men: 0 of 1. Region 01 has two women, region 02 a woman and a man.
        assertThat(mix("""
                a VC010 2023-01-01 sex=F
                a VC050 2023-01-20 01/x
                b VC010 2023-01-01 sex=F
                b VC050 2023-01-20 01/x
                c VC010 2023-01-01 sex=F
                c VC050 2023-04-20 02/x
                d VC010 2023-01-01 sex=M
                d VC050 2023-04-20 02/x
                """))
                .containsExactly(
                        new CaseMix.Expected(List.of("01"), new Share(2, 2), 2 * (2.0 / 3)),
                        new CaseMix.Expected(List.of("02"), new Share(0, 2), 2.0 / 3));
    }

    @Test
    void the_adjusted_share_is_that_of_all_times_what_the_group_had_of_its_expected() {
        var all = new Share(500, 1000);
        var easy = new CaseMix.Expected(List.of("01"), new Share(60, 100), 75);

        // 0.5 · 60 ÷ 75; its interval is Wilson's, 0.5020026–0.6905987, times 0.5 · 100 ÷ 75.
        assertThat(easy.adjusted(all)).hasValue(0.4);
        assertThat(easy.adjustedPatients(all)).isEqualTo(new Share(40, 100));
        var interval = easy.adjusted(all, 0.95).orElseThrow();
        assertThat(interval.lower()).isCloseTo(0.5020026 / 1.5, within(1e-7));
        assertThat(interval.upper()).isCloseTo(0.6905987 / 1.5, within(1e-7));
    }

    @Test
    void an_adjusted_share_stays_a_share() {
        var all = new Share(900, 1000);

        assertThat(new CaseMix.Expected(List.of("01"), new Share(10, 10), 5).adjusted(all))
                .hasValue(1);
        assertThat(new CaseMix.Expected(List.of("01"), new Share(0, 10), 0).adjusted(all))
                .isEmpty();
        assertThat(new CaseMix.Expected(List.of("01"), new Share(0, 10), 0).adjusted(all, 0.95))
                .isEmpty();
    }

    @Test
    void who_has_no_limit_is_not_compared() {
        assertThat(mix("""
                a VL210 2023-01-01
                a VL250 2023-01-20 01/x
                b VC010 2023-01-01
                """)).isEmpty();
    }

    @Test
    void the_compared_key_is_no_part_of_its_own_mix() {
        assertThat(CaseMix.by(GroupKey.REGION))
                .containsExactly(GroupKey.REGION, GroupKey.SVF, GroupKey.TREATMENT, GroupKey.AGE, GroupKey.SEX);
        assertThat(CaseMix.by(GroupKey.SEX))
                .containsExactly(GroupKey.SEX, GroupKey.SVF, GroupKey.TREATMENT, GroupKey.AGE);
    }

    @RepeatedTest(50)
    void the_expected_of_all_add_up_to_all_that_were_within(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var lines = new StringBuilder();
        for (int person = 0; person < 60; person++) {
            lines.append("p%d VC010 2023-01-01 sex=%s born=%d\n"
                    .formatted(person, random.nextBoolean() ? "F" : "M", 1930 + random.nextInt(60)));
            lines.append("p%d VC0%d 2023-02-%02d 0%d/x\n"
                    .formatted(person, random.nextBoolean() ? 50 : 52, 1 + random.nextInt(28), 1 + random.nextInt(4)));
        }

        var mix = mix(lines.toString());

        assertThat(mix.stream().mapToDouble(CaseMix.Expected::expected).sum())
                .isCloseTo(
                        mix.stream().mapToLong(one -> one.within().numerator()).sum(), within(1e-9));
        assertThat(mix.stream().mapToLong(one -> one.within().denominator()).sum())
                .isEqualTo(60);
    }
}
