package se.varjedag.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The same facts in DuckDB, laid out as well as it can be: in memory, every key an ENUM, age class, healthcare region
/// and the three kinds of period worked out beforehand, sorted by pathway, region and quarter; two threads.
final class DuckDbFacts implements AutoCloseable {
    private static final int BATCH = 100_000;

    private final Connection database;

    DuckDbFacts(TracedPathways traced) throws SQLException {
        var options = new Properties();
        options.setProperty("threads", "2");
        database = DriverManager.getConnection("jdbc:duckdb:", options);
        run("""
            CREATE TABLE raw (svf VARCHAR, treatment VARCHAR, region VARCHAR, unit VARCHAR, home_region VARCHAR,
                sex VARCHAR, born INT, born_from INT, begun DATE, ended DATE, outcome TINYINT, limit_days INT)""");
        append(traced);
        run("""
            CREATE TABLE named AS SELECT *,
                CASE WHEN region IN ('22','23','24','25') THEN 'norr'
                     WHEN region IN ('03','04','17','18','19','20','21') THEN 'mellansverige'
                     WHEN region IN ('01','09') THEN 'stockholm-gotland' WHEN region = '14' THEN 'väst'
                     WHEN region IN ('05','06','08') THEN 'sydöst' WHEN region IN ('07','10','12','13') THEN 'syd'
                     ELSE '' END AS hregion,
                CASE WHEN born = 0 OR born_from - born < 0 THEN '' WHEN born_from - born < 18 THEN '0-17'
                     WHEN born_from - born < 40 THEN '18-39' WHEN born_from - born < 50 THEN '40-49'
                     WHEN born_from - born < 60 THEN '50-59' WHEN born_from - born < 70 THEN '60-69'
                     WHEN born_from - born < 80 THEN '70-79' ELSE '80+' END AS age,
                year(ended)::VARCHAR AS end_year, year(ended) || 'Q' || quarter(ended) AS end_quarter,
                strftime(ended, '%Y-%m') AS end_month, year(begun)::VARCHAR AS start_year,
                year(begun) || 'Q' || quarter(begun) AS start_quarter, strftime(begun, '%Y-%m') AS start_month,
                coalesce(limit_days::VARCHAR, '') AS limit_key, (ended - begun)::INT AS days
            FROM raw""");
        var columns = List.of(
                "svf",
                "treatment",
                "region",
                "unit",
                "home_region",
                "hregion",
                "sex",
                "age",
                "end_year",
                "end_quarter",
                "end_month",
                "start_year",
                "start_quarter",
                "start_month",
                "limit_key");
        for (var column : columns) {
            run("CREATE TYPE t_%1$s AS ENUM (SELECT DISTINCT %1$s FROM named ORDER BY %1$s)".formatted(column));
        }
        run("CREATE TABLE facts AS SELECT "
                + columns.stream()
                        .map(column -> "%1$s::t_%1$s AS %1$s".formatted(column))
                        .collect(Collectors.joining(", "))
                + ", begun, ended, outcome, limit_days, days FROM named ORDER BY svf, region, end_quarter");
        run("DROP TABLE raw");
        run("DROP TABLE named");
    }

    private void append(TracedPathways traced) throws SQLException {
        var timelines = traced.timelines();
        var definitions = traced.definitions().all();
        try (var rows = database.unwrap(DuckDBConnection.class).createAppender("main", "raw")) {
            for (int i = 0; i < traced.size(); i++) {
                var state = traced.state(i);
                if (state == State.CRITERIA_NOT_MET) {
                    continue;
                }
                var kind = traced.treatment(i);
                int person = traced.person(i);
                var begun = LocalDate.ofEpochDay(traced.start(i));
                boolean open = state.open();
                char sex = (char) timelines.sex(person);
                rows.beginRow();
                rows.append(definitions.get(traced.definition(i)).id());
                rows.append(kind == null ? "" : kind.key());
                rows.append(timelines.regionText(open ? traced.waitingRegion(i) : traced.endRegion(i)));
                rows.append(timelines.unitText(open ? traced.waitingUnit(i) : traced.endUnit(i)));
                rows.append(timelines.regionText(timelines.homeRegion(person)));
                rows.append(sex == 0 ? "" : String.valueOf(sex));
                rows.append((int) timelines.born(person));
                rows.append(begun.getYear());
                rows.append(begun);
                rows.append(LocalDate.ofEpochDay(open ? traced.asOf() : traced.end(i)));
                rows.append((byte)
                        switch (state) {
                            case TREATED -> 0;
                            case LEFT -> 1;
                            case WAITING -> 2;
                            case STALE, CRITERIA_NOT_MET -> 3;
                        });
                if (traced.limit(i) < 0) {
                    rows.appendNull();
                } else {
                    rows.append(traced.limit(i));
                }
                rows.endRow();
                if (i % BATCH == 0) {
                    rows.flush();
                }
            }
        }
    }

    /// The answer as lines of text, the question's keys first, as ours.
    String answer(Question question) throws SQLException {
        return lines(sql(question));
    }

    /// The share started by day 30 and 60 and in the end, by pathway and region, of everyone who ever began: for every
    /// day with an event those at risk, the share that neither started nor left before, and what starts.
    String cumulativeIncidence() throws SQLException {
        return lines("""
            WITH daily AS (
                SELECT svf, region, days, count(*) FILTER (outcome = 0) AS started,
                    count(*) FILTER (outcome = 1) AS gone, count(*) AS all_of_day
                FROM facts WHERE outcome < 3 GROUP BY svf, region, days),
            risk AS (
                SELECT svf, region, days, started, started + gone AS events,
                    sum(all_of_day) OVER (PARTITION BY svf, region ORDER BY days DESC) AS n
                FROM daily),
            alive AS (
                SELECT svf, region, days, started, n,
                    coalesce(product(1 - events / n) OVER (PARTITION BY svf, region ORDER BY days
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1) AS waiting
                FROM risk),
            curve AS (
                SELECT svf, region, days, sum(waiting * started / n) OVER (PARTITION BY svf, region ORDER BY days) AS f
                FROM alive)
            SELECT svf, region, coalesce(max(f) FILTER (days <= 30), 0), coalesce(max(f) FILTER (days <= 60), 0), max(f)
            FROM curve GROUP BY svf, region""");
    }

    /// The share still waiting after day 30 and 60 and in the end, were nobody to leave, by pathway and region: for
    /// every day those at risk, and the share of them that does not start.
    String kaplanMeier() throws SQLException {
        return lines("""
            WITH daily AS (
                SELECT svf, region, days, count(*) FILTER (outcome = 0) AS started, count(*) AS all_of_day
                FROM facts WHERE outcome < 3 GROUP BY svf, region, days),
            risk AS (
                SELECT svf, region, days, started,
                    sum(all_of_day) OVER (PARTITION BY svf, region ORDER BY days DESC) AS n
                FROM daily)
            SELECT svf, region, coalesce(product(1 - started / n) FILTER (days <= 30), 1),
                coalesce(product(1 - started / n) FILTER (days <= 60), 1), product(1 - started / n)
            FROM risk GROUP BY svf, region""");
    }

    private static String sql(Question question) {
        boolean byEnd = question.countBy() == CountBy.END;
        var keys = question.by().stream().map(key -> column(key, byEnd)).collect(Collectors.joining(", "));
        var where = new ArrayList<String>();
        question.filters()
                .forEach((key, values) -> where.add(column(key, byEnd)
                        + values.stream()
                                .map(value -> "'" + value + "'")
                                .collect(Collectors.joining(", ", " IN (", ")"))));
        var day = byEnd ? "ended" : "begun";
        if (question.periodFrom() != null) {
            where.add(period(byEnd, "%s >= DATE '%s'".formatted(day, question.periodFrom())));
        }
        if (question.periodTo() != null) {
            where.add(period(byEnd, "%s <= DATE '%s'".formatted(day, question.periodTo())));
        }
        var limit =
                question.limit().isPresent() ? String.valueOf(question.limit().getAsInt()) : "limit_days";
        return """
            SELECT %1$s, n, with_limit, within, CASE WHEN with_limit > 0 THEN within / with_limit END,
                quantiles[1], quantiles[2], quantiles[3], quantiles[4], mean, overtime, waiting, waiting_overtime,
                stale, gone
            FROM (SELECT %1$s, count(*) FILTER (outcome = 0) AS n,
                count(*) FILTER (outcome = 0 AND %2$s IS NOT NULL) AS with_limit,
                count(*) FILTER (outcome = 0 AND days <= %2$s) AS within,
                quantile_cont(days, [0.5, 0.75, 0.8, 0.9]) FILTER (outcome = 0) AS quantiles,
                avg(days) FILTER (outcome = 0) AS mean,
                sum(greatest(0, days - %2$s)) FILTER (outcome = 0 AND %2$s IS NOT NULL) AS overtime,
                count(*) FILTER (outcome = 2) AS waiting,
                sum(greatest(0, days - %2$s)) FILTER (outcome = 2 AND %2$s IS NOT NULL) AS waiting_overtime,
                count(*) FILTER (outcome = 3) AS stale, count(*) FILTER (outcome = 1) AS gone
            FROM facts %3$s GROUP BY %1$s)""".formatted(keys, limit, where.isEmpty() ? "" : "WHERE " + String.join(" AND ", where));
    }

    /// By end everyone open is counted, whatever the period.
    private static String period(boolean byEnd, String condition) {
        return byEnd ? "(outcome >= 2 OR %s)".formatted(condition) : condition;
    }

    private static String column(GroupKey key, boolean byEnd) {
        return switch (key) {
            case YEAR, QUARTER, MONTH -> (byEnd ? "end_" : "start_") + key.key();
            case LIMIT -> "limit_key";
            case SVF, TREATMENT, REGION, HOME_REGION, HREGION, UNIT, SEX, AGE -> key.key();
        };
    }

    private String lines(String query) throws SQLException {
        var text = new StringBuilder("keys\n");
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    text.append(i > 1 ? "," : "").append(Objects.toString(rows.getObject(i), ""));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
