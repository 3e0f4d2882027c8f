package se.varjedag.app.results.open;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Step;

/// Reads what was published, and again when something more is. Whether it is is asked once a second at most, so that
/// readers do not wait for the database.
@Component
public class Published {
    private static final Duration ASKED = Duration.ofSeconds(1);

    private final Issues issues;
    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable Known known;

    private record Known(Cube cube, Instant asked) {}

    Published(Issues issues, JdbcClient database) {
        this.issues = issues;
        this.database = database;
    }

    /// All of it, as it was a second ago at most.
    public Cube cube() {
        var now = clock.instant();
        var last = known;
        if (last != null && now.isBefore(last.asked.plus(ASKED)) && !now.isBefore(last.asked)) {
            return last.cube;
        }
        return again(now);
    }

    private synchronized Cube again(Instant now) {
        var last = known;
        if (last != null && !now.isAfter(last.asked)) {
            return last.cube;
        }
        var stamp = stamp();
        var cube = last != null && last.cube.stamp().equals(stamp) ? last.cube : read(stamp);
        known = new Known(cube, now);
        return cube;
    }

    /// The seals of what is published, in one, and how many errata there are, which are only ever added.
    private String stamp() {
        return database.sql("""
                        select (select count(*) from results_erratum) || '-'
                            || coalesce(md5(string_agg(f.issue || ' ' || f.sha256, ',' order by f.issue)), 'nothing')
                        from results_frozen f join results_step s on s.issue = f.issue and s.step = 'published'""").query(String.class).single();
    }

    private Cube read(String stamp) {
        var all = new ArrayList<Edition>();
        for (var issue : issues.all()) {
            if (issue.step() == Step.PUBLISHED) {
                issues.frozen(issue.id())
                        .ifPresent(frozen -> all.add(Edition.of(
                                issue,
                                frozen,
                                issues.content(issue),
                                issues.errata(issue.id()),
                                issues.standing(issue.id()))));
            }
        }
        return new Cube(stamp, all);
    }
}
