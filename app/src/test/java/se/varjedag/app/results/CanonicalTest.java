package se.varjedag.app.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Test
    void the_same_figures_are_the_same_bytes_in_whatever_order_they_came() {
        var one = new LinkedHashMap<String, Object>();
        one.put("b", 1.50);
        one.put("a", List.of(0.1, 1e-7, 12L, -0.0));
        var other = Map.of("a", List.of(0.1, 1e-7, 12L, 0.0), "b", 1.5);

        assertThat(Canonical.write(one))
                .isEqualTo(Canonical.write(other))
                .isEqualTo("{\"a\":[0.1,0.0000001,12,0],\"b\":1.5}\n");
    }

    @Test
    void words_are_kept_and_what_would_break_them_is_written_around() {
        assertThat(Canonical.write("å \"b\" \\ \n")).isEqualTo("\"å \\\"b\\\" \\\\ \\u000a\"\n");
    }

    @Test
    void a_step_leads_on_and_never_back_from_what_is_frozen() {
        assertThat(Step.DRAFTED.leadsTo(Step.COMMENTING)).isTrue();
        assertThat(Step.DRAFTED.leadsTo(Step.FROZEN)).isFalse();
        assertThat(Step.REVIEW.leadsTo(Step.COMMENTING)).isTrue();
        for (var next : Step.values()) {
            assertThat(Step.FROZEN.leadsTo(next)).isEqualTo(next == Step.PUBLISHED);
            assertThat(Step.PUBLISHED.leadsTo(next)).isFalse();
        }
    }
}
