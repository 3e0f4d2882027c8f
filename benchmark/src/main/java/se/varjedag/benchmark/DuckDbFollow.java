package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Definitions;

/// The same question asked of DuckDB with two threads: prints the answer, then the seconds it took.
final class DuckDbFollow {
    private DuckDbFollow() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        var definitions = Definitions.shipped();
        var statements =
                resource().replace(":file", arguments[0].replace("'", "''")).split(";\n", -1);
        var options = new Properties();
        options.setProperty("threads", "2");
        long begun = System.nanoTime();
        var answer = new StringBuilder("svf,region,quarter\n");
        try (var database = DriverManager.getConnection("jdbc:duckdb:", options)) {
            tell(definitions, database);
            for (int i = 0; i < statements.length - 1; i++) {
                run(database, statements[i]);
            }
            try (var statement = database.createStatement();
                    var rows = statement.executeQuery(statements[statements.length - 1])) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var cells = new ArrayList<String>();
                    for (int i = 1; i <= columns; i++) {
                        cells.add(Objects.toString(rows.getObject(i), ""));
                    }
                    answer.append(String.join(",", cells)).append('\n');
                }
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.print(answer);
        System.out.println("seconds " + seconds);
    }

    private static void tell(Definitions definitions, Connection database) throws SQLException {
        run(
                database,
                "CREATE TABLE definition (svf VARCHAR, prefix VARCHAR, standard VARCHAR, extended VARCHAR, marker VARCHAR)");
        run(
                database,
                "CREATE TABLE limit_row (svf VARCHAR, row_no INT, kind VARCHAR, track VARCHAR, days INT, valid_from DATE,"
                        + " valid_to DATE)");
        run(database, "CREATE TABLE reaching (svf VARCHAR, suffix INT, since DATE)");
        run(database, "CREATE TABLE forbidden (svf VARCHAR, suffix INT)");
        for (var definition : definitions.all()) {
            var svf = text(definition.id());
            run(
                    database,
                    "INSERT INTO definition VALUES (%s, %s, %s, %s, %s)"
                            .formatted(
                                    svf,
                                    text(definition.prefix().orElse(null)),
                                    text(definition.defaultTrack().orElse(null)),
                                    text(definition.extendedTrack().orElse(null)),
                                    text(definition.extendedMarker().orElse(null))));
            int number = 0;
            for (var row : definition.limits()) {
                number++;
                for (var kind : row.kinds()) {
                    if (row.isLimit()) {
                        run(
                                database,
                                "INSERT INTO limit_row VALUES (%s, %d, %s, %s, %s, DATE '%s', DATE '%s')"
                                        .formatted(
                                                svf,
                                                number,
                                                text(kind.key()),
                                                text(row.track().orElse(null)),
                                                row.days().isPresent()
                                                        ? row.days().getAsInt()
                                                        : "NULL",
                                                row.validFrom(),
                                                row.validTo()
                                                        .map(String::valueOf)
                                                        .orElse("9999-12-31")));
                    }
                }
            }
            for (var reaching : definition.ends().reaching().entrySet()) {
                var since = reaching.getValue();
                run(
                        database,
                        "INSERT INTO reaching VALUES (%s, %d, DATE '%s')"
                                .formatted(svf, reaching.getKey(), since.getYear() < 1 ? "0001-01-01" : since));
            }
            for (var suffix : definition.ends().forbidden()) {
                run(database, "INSERT INTO forbidden VALUES (%s, %d)".formatted(svf, suffix));
            }
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }

    private static String resource() throws IOException {
        try (var stream = Objects.requireNonNull(DuckDbFollow.class.getResourceAsStream("follow.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
