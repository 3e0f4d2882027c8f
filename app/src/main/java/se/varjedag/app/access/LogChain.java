package se.varjedag.app.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Home;

/// Whether the access log is as it was written.
@Component
public class LogChain {
    private final LogRows rows;
    private final Home home;

    /// The chain in a database that is open for a command.
    public static LogChain over(javax.sql.DataSource database, Home home) {
        return new LogChain(new LogRows(JdbcClient.create(database), new JdbcTemplate(database)), home);
    }

    LogChain(LogRows rows, Home home) {
        this.rows = rows;
        this.home = home;
    }

    /// What is wrong, at the first row that is not as it was written.
    public enum Break {
        /// A field of the row, or its seal, is not what it was.
        CHANGED,
        /// The row is not there.
        MISSING
    }

    /// What a look at the whole chain found.
    ///
    /// @param rows     how many rows there are
    /// @param number   where it breaks; without meaning when it does not
    /// @param replaced the rows that an older backup took the place of
    public record Verdict(long rows, Optional<Break> found, long number, List<Replaced> replaced) {
        public Verdict {
            replaced = List.copyOf(replaced);
        }
    }

    /// Rows that are not there since an older backup was restored.
    ///
    /// @param noticed when they were first missed
    public record Replaced(long from, long to, Instant noticed) {}

    /// Goes through every row from the first.
    public Verdict verify() {
        var head = new LogHead(home);
        var walk = new Walk(new LogSeal(home.pseudonymKey()), head.known());
        try {
            rows.each(walk::row);
        } catch (LogRows.Unreadable e) {
            return new Verdict(walk.count, Optional.of(Break.CHANGED), e.number(), List.of());
        }
        var losses = head.losses(walk.number);
        var replaced = losses.stream()
                .filter(LogHead.Loss::restored)
                .map(loss -> new Replaced(loss.from(), loss.to(), loss.noticed()))
                .toList();
        var unexplained =
                losses.stream().filter(loss -> !loss.restored()).findFirst().map(LogHead.Loss::from);
        if (walk.found == null && unexplained.isPresent()) {
            return new Verdict(walk.count, Optional.of(Break.MISSING), unexplained.get(), replaced);
        }
        return new Verdict(walk.count, Optional.ofNullable(walk.found), walk.brokenAt, replaced);
    }

    private static final class Walk {
        private final LogSeal seal;
        private final Optional<LogHead.Known> known;
        private String before = LogSeal.BEGINNING;
        private long number;
        private long count;
        private long brokenAt;
        private @Nullable Break found;

        Walk(LogSeal seal, Optional<LogHead.Known> known) {
            this.seal = seal;
            this.known = known;
        }

        void row(LogRows.Row row) {
            count++;
            if (found == null) {
                if (row.number() != number + 1) {
                    broken(Break.MISSING, number + 1);
                } else if (!seal.of(before, row.number(), row.entry()).equals(row.seal()) || forked(row)) {
                    broken(Break.CHANGED, row.number());
                }
            }
            number = row.number();
            before = row.seal();
        }

        /// Whether a row that was seen before is another one now, with a seal of its own.
        private boolean forked(LogRows.Row row) {
            return known.filter(head -> head.number() == row.number() && !head.is(row.number(), row.seal()))
                    .isPresent();
        }

        private void broken(Break what, long at) {
            found = what;
            brokenAt = at;
        }
    }
}
