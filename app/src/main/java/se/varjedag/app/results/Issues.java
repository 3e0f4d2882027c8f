package se.varjedag.app.results;

import java.io.Serial;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.results.Issue.Comment;
import se.varjedag.app.results.Issue.Erratum;
import se.varjedag.app.results.Issue.Frozen;
import se.varjedag.app.results.Issue.Planned;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.figure.Span;

/// The issues of every healthcare region: drafted, taken from step to step, commented, frozen. Nothing that was written
/// is ever changed.
@Component
public class Issues {
    private static final String ALL = """
            select i.*, s.step, s.at as step_at, s.by_whom as step_by, s.by_name as step_name,
                coalesce((select one.planned from results_planned one where one.issue = i.id order by one.id desc limit 1),
                    i.planned) as due
            from results_issue i
            join lateral (select * from results_step one where one.issue = i.id order by one.id desc limit 1) s on true
            """;

    private final JdbcClient database;
    private final Figures figures;
    private final Timeline timeline;

    Issues(JdbcClient database, Figures figures, Timeline timeline) {
        this.database = database;
        this.figures = figures;
        this.timeline = timeline;
    }

    /// An issue cannot be taken to that step from where it stands, or takes nothing more.
    public static sealed class NotNow extends RuntimeException permits Overlapping {
        @Serial
        private static final long serialVersionUID = 1;

        NotNow(String why) {
            super(why);
        }
    }

    /// What a new issue is about.
    ///
    /// @param planned the day it is to be published
    public record Draft(String healthcareRegion, String name, Span span, Instant knownAt, LocalDate planned) {}

    /// Every issue, the latest period first.
    public List<Issue> all() {
        return database.sql(ALL + " order by i.to_day desc, i.id desc")
                .query((row, _) -> issue(row))
                .list();
    }

    /// One issue.
    public Optional<Issue> byId(long id) {
        return database.sql(ALL + " where i.id = ?")
                .param(id)
                .query((row, _) -> issue(row))
                .optional();
    }

    /// Drafts an issue of what is in the log now.
    ///
    /// @return its id
    @Transactional
    public long draft(Draft draft, Signed signed) {
        long change = timeline.refresh().change();
        var others = Canonical.write(ContentJson.indicators(figures.others(draft.healthcareRegion(), draft.span())));
        long id = database.sql("""
                        insert into results_issue (healthcare_region, name, from_day, to_day, known_at, change_no, planned,
                            others, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        draft.healthcareRegion(),
                        draft.name(),
                        draft.span().from(),
                        draft.span().to(),
                        Timestamp.from(draft.knownAt().truncatedTo(ChronoUnit.MICROS)),
                        change,
                        draft.planned(),
                        others,
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .query(Long.class)
                .single();
        step(id, Step.DRAFTED, signed);
        return id;
    }

    /// Takes an issue to another step than freezing.
    ///
    /// @throws NotNow where it cannot be taken there from where it stands, or another that was published tells of
    /// its months
    @Transactional
    public void take(long id, Step next, Signed signed) {
        var issue = locked(id);
        if (next == Step.FROZEN || !issue.step().leadsTo(next)) {
            throw new NotNow("%s does not lead to %s".formatted(issue.step(), next));
        }
        if (next == Step.PUBLISHED) {
            Overlapping.refuse(issue, all());
        }
        step(id, next, signed);
    }

    /// Computes an issue once more as known at its moment, and keeps that with a number and a seal for ever.
    ///
    /// @throws NotNow where it has not been reviewed, or is frozen already
    @Transactional
    public Frozen freeze(long id, Signed signed) {
        var issue = locked(id);
        if (!issue.step().leadsTo(Step.FROZEN)) {
            throw new NotNow("%s does not lead to frozen".formatted(issue.step()));
        }
        timeline.refresh();
        var content = ContentJson.write(issue, figures.asKnownThen(issue));
        var definitions = figures.fingerprint();
        var program = Seal.program();
        int number = database.sql("select coalesce(max(number), 0) + 1 from results_frozen where healthcare_region = ?")
                .param(issue.healthcareRegion())
                .query(Integer.class)
                .single();
        var seal = Seal.of(content, definitions, program, issue.knownAt());
        database.sql("""
                        insert into results_frozen (issue, healthcare_region, number, content, sha256, program, definitions,
                            known_at, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        issue.healthcareRegion(),
                        number,
                        content,
                        seal,
                        program,
                        definitions,
                        Timestamp.from(issue.knownAt()),
                        Timestamp.from(signed.at()),
                        signed.by(),
                        signed.name())
                .update();
        step(id, Step.FROZEN, signed);
        return new Frozen(number, content, seal, program, definitions, signed);
    }

    /// What was frozen of an issue; empty before that.
    public Optional<Frozen> frozen(long id) {
        return database.sql("select * from results_frozen where issue = ?")
                .param(id)
                .query((row, _) -> new Frozen(
                        row.getInt("number"),
                        row.getString("content"),
                        row.getString("sha256"),
                        row.getString("program"),
                        row.getString("definitions"),
                        signed(row, "at", "by_whom", "by_name")))
                .optional();
    }

    /// The figures of an issue: as frozen, or as known at its moment.
    public Content content(Issue issue) {
        return frozen(issue.id())
                .map(frozen -> ContentJson.read(frozen.content()))
                .orElseGet(() -> figures.asKnownThen(issue));
    }

    /// Says something of a figure.
    ///
    /// @param figure the pathway; empty for all together
    /// @throws NotNow where the issue does not take comments
    @Transactional
    public void comment(long id, String figure, String reason, String doing, Signed signed) {
        var issue = locked(id);
        if (!issue.step().takesComments()) {
            throw new NotNow("%s takes no comments".formatted(issue.step()));
        }
        database.sql(
                        "insert into results_comment (issue, figure, reason, doing, at, by_whom, by_name) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, figure, reason, doing, Timestamp.from(signed.at()), signed.by(), signed.name())
                .update();
    }

    /// What was said of the figures of an issue, the latest first.
    public List<Comment> comments(long id) {
        return database.sql("select * from results_comment where issue = ? order by id desc")
                .param(id)
                .query((row, _) -> new Comment(
                        row.getString("figure"),
                        row.getString("reason"),
                        row.getString("doing"),
                        signed(row, "at", "by_whom", "by_name")))
                .list();
    }

    /// What holds of each figure: the latest comment.
    public Map<String, Comment> standing(long id) {
        var all = new TreeMap<String, Comment>();
        comments(id).forEach(one -> all.putIfAbsent(one.figure(), one));
        return all;
    }

    /// Adds what was found wrong after freezing.
    ///
    /// @throws NotNow where the issue is not frozen
    @Transactional
    public void correct(long id, String words, Signed signed) {
        if (!locked(id).step().stays()) {
            throw new NotNow("what is not frozen is corrected where it stands");
        }
        database.sql("""
                        insert into results_erratum (issue, number, words, at, by_whom, by_name)
                        values (?, (select coalesce(max(number), 0) + 1 from results_erratum where issue = ?), ?, ?, ?, ?)""")
                .params(id, id, words, Timestamp.from(signed.at()), signed.by(), signed.name())
                .update();
    }

    /// What was found wrong, in order.
    public List<Erratum> errata(long id) {
        return database.sql("select * from results_erratum where issue = ? order by number")
                .param(id)
                .query((row, _) -> new Erratum(
                        row.getInt("number"), row.getString("words"), signed(row, "at", "by_whom", "by_name")))
                .list();
    }

    /// Every step of an issue with who took it there, the first first.
    public List<Issue> history(long id) {
        return database.sql("""
                        select i.*, i.planned as due, s.step, s.at as step_at, s.by_whom as step_by, s.by_name as step_name
                        from results_issue i join results_step s on s.issue = i.id where i.id = ? order by s.id""").param(id).query((row, _) -> issue(row)).list();
    }

    /// Moves the day it is to be published.
    ///
    /// @throws NotNow where it is published or dropped
    @Transactional
    public void plan(long id, LocalDate day, Signed signed) {
        var step = locked(id).step();
        if (step == Step.PUBLISHED || step == Step.DROPPED) {
            throw new NotNow("%s is not to be published".formatted(step));
        }
        database.sql("insert into results_planned (issue, planned, at, by_whom, by_name) values (?, ?, ?, ?, ?)")
                .params(id, day, Timestamp.from(signed.at()), signed.by(), signed.name())
                .update();
    }

    /// The days it was moved to, the first first.
    public List<Planned> planned(long id) {
        return database.sql("select * from results_planned where issue = ? order by id")
                .param(id)
                .query((row, _) ->
                        new Planned(row.getObject("planned", LocalDate.class), signed(row, "at", "by_whom", "by_name")))
                .list();
    }

    /// Whoever changes something waits for whoever does: steps and numbers are given one at a time.
    private Issue locked(long id) {
        database.sql("select pg_advisory_xact_lock(hashtext('results_issue'))")
                .query()
                .listOfRows();
        return byId(id).orElseThrow(() -> new NotNow("there is no such issue"));
    }

    private void step(long id, Step step, Signed signed) {
        database.sql("insert into results_step (issue, step, at, by_whom, by_name) values (?, ?, ?, ?, ?)")
                .params(id, step.key(), Timestamp.from(signed.at()), signed.by(), signed.name())
                .update();
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getLong("id"),
                row.getString("healthcare_region"),
                row.getString("name"),
                new Span(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                row.getTimestamp("known_at").toInstant(),
                row.getLong("change_no"),
                row.getObject("due", LocalDate.class),
                row.getString("others"),
                Step.of(row.getString("step")).orElseThrow(),
                signed(row, "step_at", "step_by", "step_name"));
    }

    private static Signed signed(ResultSet row, String at, String by, String name) throws SQLException {
        return new Signed(row.getTimestamp(at).toInstant(), row.getString(by), row.getString(name));
    }
}
