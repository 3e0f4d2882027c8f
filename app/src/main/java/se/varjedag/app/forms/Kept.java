package se.varjedag.app.forms;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Role;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;

/// The answers that were sent in. Each stays, signed by who gave it; its scores become clinical values of the patient.
@Component
public class Kept {
    /// What clinical values of forms name as their source.
    public static final String SOURCE = "varjedag-forms";

    private final JdbcClient database;
    private final ClinicalValues values;
    private final Drafts drafts;
    private final Clock clock = Clock.systemUTC();

    Kept(JdbcClient database, ClinicalValues values, Drafts drafts) {
        this.database = database;
        this.values = values;
        this.drafts = drafts;
    }

    /// What may be answered once has been answered.
    public static final class AnsweredBefore extends IllegalStateException {
        @java.io.Serial
        private static final long serialVersionUID = 1;
    }

    /// One answer.
    ///
    /// @param number the first, second … to the same assignment
    /// @param byName who answered for the patient; empty when she did herself
    public record Answer(
            long id, UUID assignment, int number, Instant at, String byName, String byRole, String response) {}

    /// A score of an answer.
    public record Score(UUID assignment, String form, String item, Instant at, double number) {}

    /// Keeps an answer that has been found to be right, and forgets the draft.
    ///
    /// @throws IllegalArgumentException when something is wrong with it
    /// @throws AnsweredBefore           when it was answered meanwhile, and may be answered once only
    @Transactional
    public int send(Acting acting, Asked asked, Sheet sheet) {
        var troubles = Check.of(sheet.form(), sheet.answers());
        if (!troubles.isEmpty()) {
            throw new IllegalArgumentException("Not to be kept: " + troubles.size() + " troubles");
        }
        // Two who send the same form at once come one after the other.
        database.sql("select 1 from form_assignment where id = ? for update")
                .param(asked.id())
                .query(Integer.class)
                .optional();
        int number = 1
                + database.sql("select count(*) from form_answer where assignment = ?")
                        .param(asked.id())
                        .query(Integer.class)
                        .single();
        if (number > 1 && asked.occasion() != Occasion.OPEN) {
            throw new AnsweredBefore();
        }
        var now = clock.instant();
        var herself = acting.role() == Role.PATIENT;
        long answer = database.sql("""
                        insert into form_answer (assignment, number, version, response, at, by_whom, by_name, by_role)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        asked.id(),
                        number,
                        sheet.form().version(),
                        Response.write(sheet, asked.person(), now),
                        Timestamp.from(now),
                        Drafts.whose(acting),
                        herself ? "" : acting.account().name(),
                        acting.role().key())
                .query(Long.class)
                .single();
        worths(sheet)
                .forEach((item, worth) -> database.sql("insert into form_score (answer, item, number) values (?, ?, ?)")
                        .params(answer, item, worth)
                        .update());
        drafts.forget(acting, asked);
        values.add(told(asked, sheet, number, now));
        return number;
    }

    /// What each question and score counts; questions in repeating groups are left out, for they have no one answer.
    private static Map<String, Double> worths(Sheet sheet) {
        var all = new LinkedHashMap<String, Double>();
        sheet.answers().values().forEach((path, answers) -> {
            if (!path.contains("/") && answers.size() == 1) {
                var item = sheet.form().spot(path).item();
                item.worth(answers.getFirst(), !item.options().isEmpty())
                        .ifPresent(worth -> all.put(path, worth.doubleValue()));
            }
        });
        return all;
    }

    private static List<Told> told(Asked asked, Sheet sheet, int number, Instant at) {
        var all = new ArrayList<Told>();
        for (var item : sheet.form().scores()) {
            for (var value : sheet.answers().at(item.id())) {
                item.worth(value, false)
                        .ifPresent(score -> all.add(new Told(
                                asked.person(),
                                asked.unit(),
                                Origin.PATIENT,
                                SOURCE,
                                asked.id() + ":" + number + ":" + item.id(),
                                Fact.of(
                                                Kind.PATIENT_REPORTED,
                                                valueItem(sheet.form(), item),
                                                at.atZone(Sweden.TIME).toLocalDate())
                                        .number(score.doubleValue(), ""),
                                at)));
            }
        }
        return all;
    }

    /// What a score is called among clinical values: `rehabilitation-needs-score-all`.
    public static String valueItem(Questionnaire form, Item score) {
        return form.id() + "-" + score.id();
    }

    /// The answers of a patient, the latest first.
    public List<Answer> of(UUID person) {
        return database.sql("""
                        select n.* from form_answer n join form_assignment a on a.id = n.assignment
                        where a.person = ? order by n.id desc""")
                .param(person)
                .query((row, _) -> new Answer(
                        row.getLong("id"),
                        row.getObject("assignment", UUID.class),
                        row.getInt("number"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        row.getString("by_role"),
                        row.getString("response")))
                .list();
    }

    /// The scores of a patient, the oldest first.
    public List<Score> scores(UUID person) {
        return database.sql("""
                        select a.id, a.form, s.item, n.at, s.number from form_score s
                        join form_answer n on n.id = s.answer join form_assignment a on a.id = n.assignment
                        where a.person = ? order by n.id, s.item""")
                .param(person)
                .query((row, _) -> new Score(
                        row.getObject("id", UUID.class),
                        row.getString("form"),
                        row.getString("item"),
                        row.getTimestamp("at").toInstant(),
                        row.getDouble("number")))
                .list();
    }

    /// That a patient answered a form on a day, asked by a unit.
    public record Given(UUID person, String unit, LocalDate day) {}

    /// On which days these patients answered a form, the oldest first.
    public List<Given> given(String form, Collection<UUID> persons) {
        return database.sql("""
                        select a.person, a.unit, n.at from form_answer n join form_assignment a on a.id = n.assignment
                        where a.form = ? and a.person = any(?) order by n.id""")
                .params(form, persons.toArray(UUID[]::new))
                .query((row, _) -> new Given(
                        row.getObject("person", UUID.class),
                        row.getString("unit"),
                        row.getTimestamp("at").toInstant().atZone(Sweden.TIME).toLocalDate()))
                .list();
    }
}
