package se.varjedag.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;

/// Answers questions by SQL over one file. Of ours it uses only what the definition files state.
final class Reference implements AutoCloseable {
    private final Connection database = DriverManager.getConnection("jdbc:duckdb:");

    Reference(Definitions definitions, Path file, @Nullable String asOf) throws SQLException, IOException {
        run(
                "CREATE TABLE definition (svf VARCHAR, prefix VARCHAR, standard VARCHAR, extended VARCHAR, marker VARCHAR)");
        run("CREATE TABLE limit_row (svf VARCHAR, row_no INT, kind VARCHAR, track VARCHAR, days INT,"
                + " valid_from DATE, valid_to DATE)");
        run("CREATE TABLE reaching (svf VARCHAR, suffix INT, since DATE)");
        run("CREATE TABLE forbidden (svf VARCHAR, suffix INT)");
        for (var definition : definitions.all()) {
            tell(definition);
        }
        variable("file", text(file.toString()));
        variable("as_of", date(asOf));
        runAll("reference.sql");
    }

    private void tell(PathwayDefinition definition) throws SQLException {
        var svf = text(definition.id());
        run("INSERT INTO definition VALUES (%s, %s, %s, %s, %s)"
                .formatted(
                        svf,
                        text(definition.prefix().orElse(null)),
                        text(definition.defaultTrack().orElse(null)),
                        text(definition.extendedTrack().orElse(null)),
                        text(definition.extendedMarker().orElse(null))));
        int number = 0;
        for (var row : definition.limits()) {
            number++;
            if (!row.isLimit()) {
                continue;
            }
            for (var kind : row.kinds()) {
                run("INSERT INTO limit_row VALUES (%s, %d, %s, %s, %s, DATE '%s', DATE '%s')"
                        .formatted(
                                svf,
                                number,
                                text(kind.key()),
                                text(row.track().orElse(null)),
                                row.days().isPresent() ? row.days().getAsInt() : "NULL",
                                row.validFrom(),
                                row.validTo().map(String::valueOf).orElse("9999-12-31")));
            }
        }
        for (var reaching : definition.ends().reaching().entrySet()) {
            run("INSERT INTO reaching VALUES (%s, %d, DATE '%s')"
                    .formatted(
                            svf,
                            reaching.getKey(),
                            reaching.getValue().getYear() < 1 ? "0001-01-01" : reaching.getValue()));
        }
        for (var suffix : definition.ends().forbidden()) {
            run("INSERT INTO forbidden VALUES (%s, %d)".formatted(svf, suffix));
        }
    }

    /// The groups of the answer: the key as text, and the figures as text.
    Map<String, List<String>> answer(Arguments asked) throws SQLException, IOException {
        variable("from_point", text(asked.fromPoint()));
        variable("to_point", text(asked.toPoint()));
        variable("by_ref", Boolean.toString(asked.byRef()));
        variable(
                "whole",
                Boolean.toString(
                        asked.fromPoint().equals("suspicion") && asked.toPoint().equals("treatment")));
        variable("count_by", text(Objects.requireNonNullElse(asked.get("--count-by"), "end")));
        variable("period_from", date(asked.get("--from")));
        variable("period_to", date(asked.get("--to")));
        variable("own_limit", Objects.requireNonNullElse(asked.get("--limit"), "CAST(NULL AS INT)"));
        runAll("reference-question.sql");
        var keys = asked.by().stream().map(key -> '"' + key + '"').collect(Collectors.joining(", "));
        var question = resource("reference-answer.sql")
                .formatted(keys + ",", "GROUP BY " + keys + " HAVING count(*) >= " + asked.minCount());
        var groups = new TreeMap<String, List<String>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            while (rows.next()) {
                var key = new ArrayList<String>();
                for (int i = 1; i <= asked.by().size(); i++) {
                    key.add(rows.getString(i));
                }
                var figures = new ArrayList<String>();
                for (int i = asked.by().size() + 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    var value = rows.getObject(i);
                    figures.add(value == null ? "" : value.toString());
                }
                groups.put(String.join(",", key), figures);
            }
        }
        return groups;
    }

    private void runAll(String name) throws SQLException, IOException {
        for (var statement : resource(name).split(";\n", -1)) {
            if (!statement.isBlank()) {
                run(statement);
            }
        }
    }

    private void variable(String name, String value) throws SQLException {
        run("SET VARIABLE " + name + " = " + value);
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(sql + "\n" + failure.getMessage(), failure);
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(Reference.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "CAST(NULL AS VARCHAR)" : "'" + value.replace("'", "''") + "'";
    }

    private static String date(@Nullable String value) {
        return value == null ? "CAST(NULL AS DATE)" : "DATE '" + value + "'";
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
