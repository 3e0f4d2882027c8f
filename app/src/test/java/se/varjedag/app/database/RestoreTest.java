package se.varjedag.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RestoreTest {

    @Test
    void what_there_was_stays_where_the_restored_cannot_take_its_name() throws Exception {
        var url = TestPostgres.newDatabase();
        var database = TestPostgres.open(url, TestPostgres.newHome());

        // Nothing was restored beside it, so there is nothing that could take its name.
        assertThatThrownBy(() -> Restore.swap(database, database.name() + Restore.BESIDE))
                .isInstanceOf(SQLException.class);

        try (var connection = database.connect(database.name())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
