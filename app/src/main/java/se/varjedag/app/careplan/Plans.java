package se.varjedag.app.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.access.Acting;
import se.varjedag.app.careplan.PlanStructure.Stage;
import se.varjedag.app.careplan.PlanStructure.Words;
import se.varjedag.app.coordination.PathwayKey;

/// The plans that staff make together with patients. A version is never changed: what is new is the next one.
@Component
public class Plans {
    private final JdbcClient database;
    private final Ways ways;
    private final Clock clock = Clock.systemUTC();

    Plans(JdbcClient database, Ways ways) {
        this.database = database;
        this.ways = ways;
    }

    /// One section as it was written.
    ///
    /// @param title what it was called
    /// @param words empty: not settled
    public record Part(String section, Words title, String words) {}

    /// One version.
    ///
    /// @param number the same in every version of a patient's plan
    /// @param key the pathway it was made for
    /// @param diagnosis which version of the structure was used; empty: the generic one
    public record Version(
            long id,
            long number,
            int version,
            PathwayKey key,
            Stage stage,
            String diagnosis,
            String unit,
            Instant at,
            String by,
            List<Part> parts) {
        public Version {
            parts = List.copyOf(parts);
        }
    }

    /// How a patient has seen a version.
    public enum How {
        /// She says that she has read it.
        READ,
        /// It was given to her on paper and gone through with her.
        PAPER;

        /// How it is written in the database and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// That she has seen a version.
    ///
    /// @param by who gave it to her; empty where she says so herself
    public record Seen(long plan, How how, Instant at, String by) {}

    /// What became of a signing.
    public enum Signed {
        DONE,
        /// Another version has been signed meanwhile.
        OTHER,
        /// The patient has not been told what the plan would reveal, or does not know of the pathway.
        UNTOLD
    }

    /// Signs a plan, as the version after the latest one. Before the patient has been told the result of the pathway
    /// it can only be the plan of its investigation, in the version that belongs to the pathway.
    ///
    /// @param after the latest version there is, as the signer knows it; 0 for none
    @Transactional
    public Signed sign(Acting acting, PathwayKey key, int after, Stage stage, String diagnosis, List<Part> parts) {
        if (!may(key, stage, diagnosis, ways.told(key.person()))) {
            return Signed.UNTOLD;
        }
        var at = Timestamp.from(clock.instant());
        var id = database.sql("""
                        insert into careplan_plan
                            (number, version, person, definition, start, stage, diagnosis, unit, at, by_whom, by_name)
                        select coalesce(max(number), nextval('careplan_plan_number')), coalesce(max(version), 0) + 1,
                               :person::uuid, :definition, :start::date, :stage, :diagnosis, :unit, :at::timestamptz,
                               :who, :name
                        from careplan_plan where person = :person
                        having coalesce(max(version), 0) = :after
                        on conflict do nothing returning id""")
                .param("person", key.person())
                .param("definition", key.definition())
                .param("start", key.start())
                .param("stage", stage.key())
                .param("diagnosis", diagnosis)
                .param("unit", acting.assignment().place())
                .param("at", at)
                .param("who", acting.account().username())
                .param("name", acting.account().name())
                .param("after", after)
                .query(Long.class)
                .optional();
        id.ifPresent(plan -> keep(plan, parts, at));
        return id.isPresent() ? Signed.DONE : Signed.OTHER;
    }

    private void keep(long plan, List<Part> parts, Timestamp at) {
        for (int place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            var title = part.title();
            database.sql("""
                            insert into careplan_plan_part (plan, place, section, sv, easy, en, words, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(plan, place, part.section(), title.sv(), title.easy(), title.en(), part.words(), at)
                    .update();
        }
    }

    /// Whether a plan reveals nothing to the patient that she has not been told.
    ///
    /// @param told the pathways she knows of, and whether she has been told their result
    private static boolean may(PathwayKey key, Stage stage, String diagnosis, Map<PathwayKey, Boolean> told) {
        var knows = told.get(key);
        return knows != null
                && (knows
                        || (stage == Stage.INVESTIGATION
                                && diagnosis.equals(PlanStructure.shipped().diagnosisOf(key.definition()))));
    }

    /// The versions that the patient may read, the latest first: by what she has been told today, also where an event
    /// has been corrected since a plan was signed.
    public List<Version> shown(UUID person) {
        var told = ways.told(person);
        return of(person).stream()
                .filter(one -> may(one.key(), one.stage(), one.diagnosis(), told))
                .toList();
    }

    /// Every version of a patient's plan, the latest first.
    public List<Version> of(UUID person) {
        var parts = parts(person);
        return database.sql("select * from careplan_plan where person = ? order by version desc")
                .param(person)
                .query((row, _) -> version(row, parts))
                .list();
    }

    private static Version version(ResultSet row, Map<Long, List<Part>> parts) throws SQLException {
        var id = row.getLong("id");
        return new Version(
                id,
                row.getLong("number"),
                row.getInt("version"),
                PathwayKey.of(row),
                Stage.of(row.getString("stage")).orElseThrow(),
                row.getString("diagnosis"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                parts.getOrDefault(id, List.of()));
    }

    /// The parts of every version of a patient's plan, in their order.
    private Map<Long, List<Part>> parts(UUID person) {
        var all = new HashMap<Long, List<Part>>();
        database.sql("""
                        select * from careplan_plan_part
                        where plan in (select id from careplan_plan where person = ?) order by plan, place""").param(person).query(row -> {
            all.computeIfAbsent(row.getLong("plan"), _ -> new ArrayList<>())
                    .add(new Part(
                            row.getString("section"),
                            new Words(row.getString("sv"), row.getString("easy"), row.getString("en")),
                            row.getString("words")));
        });
        return all;
    }

    /// The patient says that she has read a version.
    public void read(Version version) {
        see(version, How.READ, "", "");
    }

    /// A version was given to the patient on paper and gone through with her. The caller has asked whether the reader
    /// may write of her.
    public void handed(Acting acting, Version version) {
        see(version, How.PAPER, acting.account().username(), acting.account().name());
    }

    private void see(Version version, How how, String who, String name) {
        database.sql("""
                        insert into careplan_plan_seen (plan, how, at, by_whom, by_name) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(version.id(), how.key(), Timestamp.from(clock.instant()), who, name)
                .update();
    }

    /// How and when a patient has seen versions of her plan, the latest first.
    public List<Seen> seen(UUID person) {
        return database.sql("""
                        select s.* from careplan_plan_seen s join careplan_plan p on p.id = s.plan
                        where p.person = ? order by s.id desc""")
                .param(person)
                .query((row, _) -> new Seen(
                        row.getLong("plan"),
                        How.valueOf(row.getString("how").toUpperCase(Locale.ROOT)),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .list();
    }

    /// The latest of these versions, other than one, before it, that the patient has seen.
    public static Optional<Version> before(Version version, List<Version> all, List<Seen> seen) {
        return all.stream()
                .filter(one ->
                        one.version() < version.version() && seen.stream().anyMatch(mark -> mark.plan() == one.id()))
                .findFirst();
    }
}
