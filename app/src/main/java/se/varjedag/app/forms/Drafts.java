package se.varjedag.app.forms;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Role;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What has been typed and not sent in. It lies with the server alone, so that nothing of it is left on a computer that
/// others use too; each keeping is a transaction of its own, and outlives the server's sudden death. The patient and
/// each of the staff who fills in a form for her have drafts of their own: what she has not sent in is hers alone.
@Component
public class Drafts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Drafts(JdbcClient database) {
        this.database = database;
    }

    /// A draft as it was last kept.
    public record Draft(Typed typed, Instant saved) {}

    /// Keeps the fields as they stand, over what the same person kept before.
    public Instant keep(Acting acting, Asked asked, Questionnaire form, Typed typed) {
        var now = clock.instant();
        database.sql("""
                        insert into form_draft (assignment, by_whom, version, fields, saved)
                        values (?, ?, ?, cast(? as jsonb), ?)
                        on conflict (assignment, by_whom) do update
                            set version = excluded.version, fields = excluded.fields, saved = excluded.saved""")
                .params(
                        asked.id(),
                        whose(acting),
                        form.version(),
                        JSON.writeValueAsString(typed.of(form).fields()),
                        Timestamp.from(now))
                .update();
        return now;
    }

    /// What somebody has kept of a form.
    public Optional<Draft> of(Acting acting, Asked asked) {
        return database.sql("select fields, saved from form_draft where assignment = ? and by_whom = ?")
                .params(asked.id(), whose(acting))
                .query((row, _) -> new Draft(
                        new Typed(JSON.readValue(row.getString("fields"), FIELDS)),
                        row.getTimestamp("saved").toInstant()))
                .optional();
    }

    /// Forgets the draft of who has sent the form in, and every draft where it is not answered again.
    void forget(Acting acting, Asked asked) {
        database.sql("delete from form_draft where assignment = ? and (by_whom = ? or ?)")
                .params(asked.id(), whose(acting), asked.occasion() != Occasion.OPEN)
                .update();
    }

    /// Who fills in a form, as the tables name her: empty for the patient herself.
    static String whose(Acting acting) {
        return acting.role() == Role.PATIENT ? "" : acting.account().username();
    }
}
