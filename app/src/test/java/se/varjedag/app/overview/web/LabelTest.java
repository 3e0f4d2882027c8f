package se.varjedag.app.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void labels_that_would_stand_over_one_another_stand_under_one_another_in_the_order_of_their_curves() {
        var drawn = Label.apart(List.of(new Label(30, "b"), new Label(28, "a"), new Label(70, "c")), 20);

        assertThat(drawn)
                .extracting(shape -> ((Shape.Words) shape).text() + " " + ((Shape.Words) shape).y())
                .containsExactly("a 28.0", "b 43.0", "c 70.0");
    }
}
