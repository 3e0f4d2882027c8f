package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class GivenTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void an_id_is_read_as_it_is_written_and_anything_else_is_not_found() {
        var id = UUID.randomUUID();

        assertThat(Given.id(" " + id + " ")).isEqualTo(id);
        assertThatThrownBy(() -> Given.id("19121212-1212"))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        thrown -> assertThat(thrown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
    }

    @Test
    void a_day_of_the_past_reaches_from_living_memory_to_today() {
        assertThat(Given.past("2026-11-21", TODAY)).isEqualTo(TODAY);
        assertThat(Given.past("1926-11-21", TODAY)).isEqualTo(TODAY.minusYears(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-22", "1926-11-20", "2026-02-30", "+12026-01-01", "i går"})
    void what_no_form_of_ours_sends_is_a_wrong_request(String written) {
        assertThatThrownBy(() -> Given.past(written, TODAY))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        thrown -> assertThat(thrown.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST));
    }
}
