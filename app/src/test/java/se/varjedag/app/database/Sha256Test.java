package se.varjedag.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

    /// Vectors of FIPS 180-4 (abc, and nothing), and one with letters outside ASCII, by coreutils' `sha256sum`.
    @ParameterizedTest
    @CsvSource({
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "åäö, 5d0d31f63d1712b2ea533b0c4946c2f1014faf152f0c0e5ee5b81c85e8799953"
    })
    void a_text_has_the_sum_that_others_give_it(String text, String sum) {
        assertThat(Sha256.hex(text)).isEqualTo(sum);
    }
}
