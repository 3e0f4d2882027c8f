package se.varjedag.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoredTextTest {
    @Test
    void a_line_ends_by_one_sign_as_the_browser_counts_it_so_that_nothing_is_cut_off() {
        var typed = "rad\n".repeat(50).strip();

        assertThat(StoredText.of(typed.replace("\n", "\r\n"), typed.length())).isEqualTo(typed);
    }

    @Test
    void what_no_database_can_keep_is_left_out_and_no_sign_is_cut_in_two() {
        assertThat(StoredText.of(" a\0b ")).isEqualTo("ab");
        assertThat(StoredText.of("ab\ud83d\ude00", 3)).isEqualTo("ab");
    }
}
