package se.varjedag.app.forms;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What has been typed and not sent in. It lies with the server alone, so that nothing of it is left on a computer that
/// others use too; each keeping is a transaction of its own, and outlives the server's sudden death.
@Component
public class Drafts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Drafts(JdbcClient database) {
        this.database = database;
    }

    /// Keeps the fields as they stand. An older version of the same moment is written over.
    public Instant keep(Asked asked, Questionnaire form, Typed typed) {
        var now = clock.instant();
        database.sql("""
                        insert into form_draft (assignment, version, fields, saved) values (?, ?, cast(? as jsonb), ?)
                        on conflict (assignment) do update
                            set version = excluded.version, fields = excluded.fields, saved = excluded.saved""")
                .params(
                        asked.id(),
                        form.version(),
                        JSON.writeValueAsString(typed.of(form).fields()),
                        Timestamp.from(now))
                .update();
        return now;
    }

    /// The fields as they were last kept.
    public Optional<Typed> of(Asked asked) {
        return database.sql("select fields from form_draft where assignment = ?")
                .param(asked.id())
                .query(String.class)
                .optional()
                .map(text -> new Typed(JSON.readValue(text, new TypeReference<Map<String, List<String>>>() {})));
    }
}
