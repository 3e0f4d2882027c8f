package se.varjedag.pathway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Texts are told apart by 128 bits, so every bit of a text must count.
class FingerprintTest {
    private static final int BITS = 128;

    private static byte[] text(Random random, int length) {
        var text = new byte[length];
        random.nextBytes(text);
        return text;
    }

    private static Fingerprint of(byte[] text) {
        return Fingerprint.of(text, 0, text.length);
    }

    @Test
    void every_bit_of_a_text_moves_about_half_the_bits_of_its_fingerprint() {
        var random = new Random(1);
        var moved = new int[BITS];
        int times = 0;
        for (int length = 1; length <= 70; length++) {
            var text = text(random, length);
            var before = of(text);
            for (int bit = 0; bit < 8 * length; bit++, times++) {
                text[bit / 8] ^= (byte) (1 << bit % 8);
                var after = of(text);
                text[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(after.high()).isNotEqualTo(before.high());
                assertThat(after.low()).isNotEqualTo(before.low());
                for (int i = 0; i < BITS; i++) {
                    long differing = i < 64 ? after.high() ^ before.high() : after.low() ^ before.low();
                    moved[i] += (int) (differing >>> i & 1);
                }
            }
        }
        for (int i = 0; i < BITS; i++) {
            assertThat(moved[i] / (double) times).isBetween(0.47, 0.53);
        }
    }

    @Test
    void texts_of_zeros_differ_by_their_length() {
        var seen = new HashSet<Fingerprint>();
        for (int length = 0; length <= 100; length++) {
            assertThat(seen.add(of(new byte[length]))).isTrue();
        }
    }

    @Test
    void a_part_of_a_buffer_is_the_text_alone() {
        var random = new Random(2);
        var buffer = text(random, 100);
        for (int start = 0; start < 60; start++) {
            int end = start + random.nextInt(100 - start);
            assertThat(Fingerprint.of(buffer, start, end)).isEqualTo(of(Arrays.copyOfRange(buffer, start, end)));
        }
    }

    @Test
    void a_text_has_another_fingerprint_within_each_source() {
        var seen = new HashSet<Long>();
        var text = text(new Random(3), 20);
        for (var source : new String[] {"", "a", "b", "lab", "lab ", "another source with a longer name"}) {
            var seed = EventBatch.sourceSeed(source);
            var within = Fingerprint.of(seed.high(), seed.low(), text, 0, text.length);
            assertThat(seen.add(within.high())).isTrue();
            assertThat(seen.add(within.low())).isTrue();
        }
    }
}
