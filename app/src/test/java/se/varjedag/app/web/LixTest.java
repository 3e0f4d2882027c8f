package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LixTest {

    /// Counted by hand: 11 words, 2 sentences, 2 words of more than six letters.
    @Test
    void a_text_is_as_hard_as_its_sentences_are_long_and_its_words() {
        assertThat(Lix.of("Sköterskan ringer dig. Du får veta mer om behandlingen på tisdag."))
                .isCloseTo(11.0 / 2 + 100.0 * 2 / 11, within(1e-9));
        assertThat(Lix.of("Hur mår du i dag?")).isCloseTo(5.0, within(1e-9));
    }

    @Test
    void a_line_ends_a_sentence_and_a_number_with_a_point_in_it_does_not() {
        assertThat(Lix.of("Hur mår du\nVad vill du")).isCloseTo(3.0, within(1e-9));
        assertThat(Lix.of("Klockan är 10.30 nu.")).isCloseTo(5.0 + 100.0 / 5, within(1e-9));
    }

    @Test
    void nothing_is_not_hard_to_read() {
        assertThat(Lix.of(" \n ")).isZero();
    }
}
