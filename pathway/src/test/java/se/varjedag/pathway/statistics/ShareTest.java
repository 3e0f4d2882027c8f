package se.varjedag.pathway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void a_share_of_nobody_is_no_number_and_has_no_interval() {
        assertThat(new Share(0, 0).value()).isEmpty();
        assertThat(new Share(0, 0).wilson(0.95)).isEmpty();
        assertThat(new Share(0, 0).less(new Share(1, 2), 0.95)).isEmpty();
        assertThat(new Share(1, 2).less(new Share(0, 0), 0.95)).isEmpty();
    }

    @Test
    void a_share_keeps_its_numerator_and_denominator() {
        assertThat(new Share(2, 8).value()).hasValue(0.25);
        assertThat(new Share(2, 8).plus(new Share(1, 4))).isEqualTo(new Share(3, 12));
    }

    @Test
    void none_and_all_have_bounds_exactly_at_the_ends() {
        assertThat(new Share(0, 7).wilson(0.95).orElseThrow().lower()).isEqualTo(0);
        assertThat(new Share(7, 7).wilson(0.95).orElseThrow().upper()).isEqualTo(1);
    }

    @Test
    void what_is_no_share_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.z(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Normal.z(1));
        assertThat(new Interval(1, 1).lower()).isEqualTo(1);
    }
}
