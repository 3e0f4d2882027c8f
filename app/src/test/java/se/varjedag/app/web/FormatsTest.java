package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Language;

class FormatsTest {

    private final Formats swedish = new Formats(Language.SV);
    private final Formats english = new Formats(Language.EN);

    @Test
    void thousands_stand_apart_by_a_space_that_does_not_break_in_swedish_and_by_a_comma_in_english() {
        assertThat(swedish.whole(12345)).isEqualTo("12\u00a0345");
        assertThat(swedish.whole(1234567)).isEqualTo("1\u00a0234\u00a0567");
        assertThat(swedish.whole(999)).isEqualTo("999");
        assertThat(english.whole(12345)).isEqualTo("12,345");
    }

    @Test
    void minus_is_the_true_minus_and_zero_has_no_sign() {
        assertThat(swedish.whole(-7988)).isEqualTo("\u22127\u00a0988");
        assertThat(swedish.decimal(-0.04, 1)).isEqualTo("0,0");
        assertThat(swedish.change(-0.00001)).isEqualTo("0,0\u00a0%");
    }

    @Test
    void shares_are_per_cent_with_the_space_of_the_language() {
        assertThat(swedish.percent(0.4234, 1)).isEqualTo("42,3\u00a0%");
        assertThat(english.percent(0.4234, 1)).isEqualTo("42.3%");
        assertThat(swedish.percentInterval(0.364, 0.393, 1)).isEqualTo("36,4–39,3\u00a0%");
        assertThat(swedish.percent(OptionalDouble.empty(), 1)).isEqualTo("–");
    }

    @Test
    void halves_are_rounded_up_as_written_in_decimal() {
        assertThat(swedish.decimal(0.25, 1)).isEqualTo("0,3");
        assertThat(swedish.decimal(2.5, 0)).isEqualTo("3");
    }

    @Test
    void a_change_of_shares_is_told_in_percentage_points() {
        assertThat(swedish.points(0.013)).isEqualTo("+1,3\u00a0procentenheter");
        assertThat(english.points(-0.332)).isEqualTo("\u221233.2\u00a0percentage points");
        assertThat(swedish.change(-0.105)).isEqualTo("\u221210,5\u00a0%");
    }

    @Test
    void a_share_over_under_a_thousand_patients_has_no_decimals() {
        assertThat(Formats.shareDecimals(999)).isZero();
        assertThat(Formats.shareDecimals(1000)).isEqualTo(1);
    }

    @Test
    void today_is_told_with_its_week() {
        var day = LocalDate.of(2026, 11, 21);
        assertThat(swedish.today(day)).isEqualTo("lör 21 nov 2026, vecka 47");
        assertThat(english.today(day)).isEqualTo("Sat 21 Nov 2026, week 47");
    }

    @Test
    void whole_months_are_told_as_months_and_other_spans_as_dates() {
        assertThat(swedish.months(YearMonth.of(2025, 11), YearMonth.of(2026, 10)))
                .isEqualTo("november 2025–oktober 2026");
        assertThat(swedish.months(YearMonth.of(2026, 1), YearMonth.of(2026, 10)))
                .isEqualTo("januari–oktober 2026");
        assertThat(swedish.period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)))
                .isEqualTo("oktober 2026");
        assertThat(swedish.period(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 31)))
                .isEqualTo("2026-10-02–2026-10-31");
    }

    @Test
    void one_day_is_not_many() {
        assertThat(swedish.days(1)).isEqualTo("1\u00a0dag");
        assertThat(swedish.days(39)).isEqualTo("39\u00a0dagar");
        assertThat(english.days(1)).isEqualTo("1\u00a0day");
    }

    @Test
    void a_moment_is_told_in_swedish_time() {
        assertThat(swedish.moment(Instant.parse("2026-07-01T22:30:00Z"))).isEqualTo("2026-07-02\u00a000.30");
    }
}
