package se.varjedag.app.followup.web;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.database.TestPostgres;

class FirstLookTest {
    @Test
    void every_page_can_be_made_and_drawn_before_somebody_asks() {
        try (var installation = Installation.serving(TestPostgres.newHome())) {
            var look = installation.bean(FirstLook.class);

            assertThatCode(() -> look.look(SmallNation.basis(), System.nanoTime()))
                    .doesNotThrowAnyException();
        }
    }
}
