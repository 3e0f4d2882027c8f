package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.TestPostgres;

class AddressesTest {
    @TempDir
    private Path folder;

    @Test
    void an_import_reaches_the_server_on_the_address_it_listens_on() throws Exception {
        var home = TestPostgres.newHome();
        var file = Files.writeString(folder.resolve("a.csv"), "person,code,time\np1,VC010,2023-03-01\n");
        try (var installation = Installation.serving(home, "--server.address=127.0.0.2")) {
            var here = new Whereabouts(
                    "127.0.0.2", installation.port(), ProcessHandle.current().pid());
            here.tell(home);

            var result = RunningServer.on(home).orElseThrow().read(file, false, "", "test");

            assertThat(result.done()).isTrue();
            assertThat(result.sentence()).containsAnyOf("1 row: 1 new", "1 rad: 1 ny,");
            here.forget(home);
            assertThat(RunningServer.on(home)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:81, http://localhost:81",
        "0.0.0.0, http://127.0.0.1:81, http://localhost:81",
        "10.1.2.3, http://10.1.2.3:81, http://10.1.2.3:81",
        "2001:db8:0:0:0:0:0:1, http://[2001:db8:0:0:0:0:0:1]:81, http://[2001:db8:0:0:0:0:0:1]:81"
    })
    void who_listens_on_an_address_is_reached_there(String address, String base, String shown) {
        var where = new Whereabouts(address, 81, 1);

        assertThat(where.base()).isEqualTo(base);
        assertThat(where.shown()).isEqualTo(shown);
    }

    @Test
    void a_server_takes_away_its_own_words_only() {
        var home = TestPostgres.newHome();
        var mine = new Whereabouts("127.0.0.1", 81, ProcessHandle.current().pid());
        var others = new Whereabouts("127.0.0.1", 82, ProcessHandle.current().pid());
        others.tell(home);

        mine.forget(home);

        assertThat(Whereabouts.of(home)).contains(others);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 127.0.0.0/8,::1/128",
                "10.0.0.7 | 127.0.0.0/8,::1/128,10.0.0.7/32",
                "'10.0.0.7, 10.1.0.0/16' | 127.0.0.0/8,::1/128,10.0.0.7/32,10.1.0.0/16",
                "2001:db8::7 | 127.0.0.0/8,::1/128,2001:db8:0:0:0:0:0:7/128"
            })
    void proxies_are_believed_on_this_machine_and_where_they_are_named(String named, String nets) {
        assertThat(TrustedProxies.nets(named)).isEqualTo(nets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.7/33", "10.0.0.7/x", "10.0.0.7/-1", "/8"})
    void a_proxy_that_is_no_address_is_told_in_a_sentence(String named) {
        assertThatThrownBy(() -> TrustedProxies.nets(named))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(named)
                .hasMessageContaining("10.1.0.0/16");
    }
}
