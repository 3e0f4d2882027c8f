package se.varjedag.app.careplan;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;

/// How patients reach the units, as each unit has written itself.
@Component
public class Reached {
    /// Working days within which a message is answered, where a unit has said nothing.
    public static final int ANSWER_DAYS = 2;

    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Reached(JdbcClient database) {
        this.database = database;
    }

    /// How patients reach a unit.
    ///
    /// @param telephone empty where the unit has not said
    /// @param hours when somebody answers, in the unit's own words
    /// @param answerDays working days within which a message is answered
    public record By(String telephone, String hours, int answerDays) {
        /// The telephone with nothing but what is dialled.
        public String dialled() {
            return telephone.replaceAll("[^+0-9]", "");
        }
    }

    /// How patients reach a unit now.
    public By at(String unit) {
        return database.sql(
                        "select telephone, hours, answer_days from careplan_unit where unit = ? order by id desc limit 1")
                .param(unit)
                .query((row, _) ->
                        new By(row.getString("telephone"), row.getString("hours"), row.getInt("answer_days")))
                .optional()
                .orElse(new By("", "", ANSWER_DAYS));
    }

    /// Says how patients reach the own unit from now on.
    public void say(Acting acting, By by) {
        database.sql("""
                        insert into careplan_unit (unit, telephone, hours, answer_days, at, by_whom, by_name)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        acting.assignment().place(),
                        by.telephone(),
                        by.hours(),
                        by.answerDays(),
                        Timestamp.from(clock.instant()),
                        acting.account().username(),
                        acting.account().name())
                .update();
    }
}
