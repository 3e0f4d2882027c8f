package se.varjedag.app.followup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptPagesTest {
    private final KeptPages<Integer> pages = new KeptPages<>();

    @Test
    void of_pages_about_other_moments_only_the_few_asked_for_last_are_kept() {
        for (int i = 0; i <= KeptPages.OF_OTHER_MOMENTS; i++) {
            pages.keep(i, false, "page " + i);
        }

        assertThat(pages.get(0, false)).isNull();
        assertThat(pages.get(1, false)).isEqualTo("page 1");
        assertThat(pages.get(1, true)).isNull();
    }

    @Test
    void pages_about_now_stay_while_others_come_and_go() {
        pages.keep(1, true, "now");
        for (int i = 0; i < 1000; i++) {
            pages.keep(i, false, "then");
        }

        assertThat(pages.get(1, true)).isEqualTo("now");
    }

    @Test
    void what_nobody_will_ask_for_again_is_let_go() {
        pages.keep(1, true, "old");
        pages.keep(2, true, "new");
        pages.keep(1, false, "old");

        pages.forget(key -> key < 2);

        assertThat(pages.get(1, true)).isNull();
        assertThat(pages.get(1, false)).isNull();
        assertThat(pages.get(2, true)).isEqualTo("new");
    }
}
