package se.varjedag.app.results;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds what was said of the period before when that was frozen: an issue is compared with the last as it was read,
/// not
/// with that period as it is known by now, so that no two reports tell of one period in two ways.
@Component
class Earlier {
    private final JdbcClient database;

    Earlier(JdbcClient database) {
        this.database = database;
    }

    /// The last frozen issue of the period before.
    record Last(int number, String sha256, Content content) {}

    /// The last that was frozen of the period before an issue, before that issue was frozen itself; empty where none
    /// was.
    Optional<Last> of(Issue issue) {
        return database.sql("""
                        select f.* from results_frozen f join results_issue i on i.id = f.issue
                        where f.healthcare_region = :region and i.from_day = :from and i.to_day = :to
                            and f.number < coalesce((select number from results_frozen where issue = :issue), 2147483647)
                        order by f.number desc limit 1""")
                .param("region", issue.healthcareRegion())
                .param("from", issue.before().from())
                .param("to", issue.before().to())
                .param("issue", issue.id())
                .query((row, _) -> new Last(
                        row.getInt("number"), row.getString("sha256"), ContentJson.read(row.getString("content"))))
                .optional();
    }
}
