package se.varjedag.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.eventlog.IdentityNumber.Kind;

/// All personnummer and samordningsnummer are among the tax agency's official test numbers, or wrong. The reserve
/// numbers are the examples of public descriptions of the format.
class IdentityNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({
        "201901012391, 201901012391",
        "20190101-2391, 201901012391",
        "20190101+2391, 201901012391",
        "1901012391, 201901012391",
        "190101-2391, 201901012391",
        "191401682396, 191401682396",
        "140168+2396, 191401682396"
    })
    void a_number_is_normalised_to_twelve_digits(String written, String twelve) {
        assertThat(IdentityNumber.normalised(written, TODAY)).contains(twelve);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "201901012392",
                "201902302391",
                "20190101_2391",
                "2019-01012391",
                "19010123",
                "p201901012391",
                "",
                "-",
                "201913012399",
                "2019010123911",
                "20190101239a",
                "203901012397"
            })
    void a_number_that_is_none_is_not_one(String written) {
        assertThat(IdentityNumber.normalised(written, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"191500722390", "191711602399", "192004912388", "193002902397"})
    void co_ordination_numbers_with_month_00_day_60_and_days_beyond_the_month_are_valid(String number) {
        assertThat(IdentityNumber.of(number, TODAY)).contains(new IdentityNumber(number, Kind.SAMORDNINGSNUMMER));
    }

    /// The list in the repository, and the whole official files where `VARJEDAG_TEST_NUMBERS` names their folder.
    @Test
    void every_official_test_number_is_valid_however_it_is_written() throws IOException {
        for (var number : officialNumbers()) {
            var plus = Integer.parseInt(number, 0, 4, 10) < TODAY.getYear() - 99 ? "+" : "-";
            var short10 = number.substring(2, 8) + plus + number.substring(8);
            assertThat(IdentityNumber.normalised(number, TODAY)).as(number).contains(number);
            assertThat(IdentityNumber.normalised(number.substring(0, 8) + "-" + number.substring(8), TODAY))
                    .as(number)
                    .contains(number);
            if (!number.startsWith("0", 8)) {
                assertThat(IdentityNumber.normalised(short10, TODAY))
                        .as(short10)
                        .isPresent();
            }
        }
    }

    @Test
    void changing_any_one_digit_of_an_official_number_makes_it_another_or_none_but_never_that_one() throws IOException {
        for (var number : officialNumbers()) {
            for (int at = 2; at < number.length(); at++) {
                int digit = (number.charAt(at) - '0' + 1) % 10;
                var changed = number.substring(0, at) + digit + number.substring(at + 1);
                assertThat(IdentityNumber.normalised(changed, TODAY))
                        .as(changed)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "22790814AA01, 1979-08-14",
        "22950606FH20, 1995-06-06",
        "22950606-FH20, 1995-06-06",
        "25780404KHD5, 1978-04-04",
        "00342145BZ31, ",
        "00749852BZK0, "
    })
    void a_national_reserve_number_is_valid_with_or_without_birth_date_and_sex(String written, LocalDate born) {
        var number = IdentityNumber.of(written, TODAY).orElseThrow();

        assertThat(number.kind()).isEqualTo(Kind.NATIONAL_RESERVE_NUMBER);
        assertThat(number.digits()).isEqualTo(written.replace("-", ""));
        assertThat(number.born().orElse(null)).isEqualTo(born);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22790814AA02",
                "22790814IA01",
                "22791314AA01",
                "18790814AA01",
                "23790814AA00",
                "22790814aa01",
                "00341245BZ31",
                "22790814+AA01"
            })
    void a_reserve_number_with_a_fault_is_none(String written) {
        assertThat(IdentityNumber.of(written, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"991981000010", "19810829M071", "19810829SU3A", "198108320A14"})
    void what_looks_like_a_reserve_number_of_a_region_is_never_called_valid(String text) {
        assertThat(IdentityNumber.looksRegional(text)).isTrue();
        assertThat(IdentityNumber.of(text, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"201901012391", "p1", "S-1A2B3C4D5E6F", "20190101239", "12345678ABCD"})
    void other_texts_do_not_look_like_one(String text) {
        assertThat(IdentityNumber.looksRegional(text)).isFalse();
    }

    @Test
    void a_number_tells_nothing_when_it_is_put_into_a_sentence() {
        var number = IdentityNumber.of("201901012391", TODAY).orElseThrow();

        assertThat("Wrong: " + number).doesNotContain("2391").doesNotContain("2019");
        assertThat(number.written()).isEqualTo("20190101-2391");
        assertThat(number.born()).contains(LocalDate.of(2019, 1, 1));
    }

    private static List<String> officialNumbers() throws IOException {
        var numbers = new ArrayList<String>();
        try (var in = IdentityNumberTest.class.getResourceAsStream("official-test-numbers.txt")) {
            numbers.addAll(digits(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
        var folder = System.getenv("VARJEDAG_TEST_NUMBERS");
        if (folder != null) {
            try (var files = Files.newDirectoryStream(Path.of(folder), "test*nummer-*.csv")) {
                for (var file : files) {
                    numbers.addAll(digits(Files.readString(file)));
                }
            }
        }
        return numbers;
    }

    private static List<String> digits(String text) {
        return text.lines().filter(line -> line.matches("\\d{12}")).toList();
    }
}
