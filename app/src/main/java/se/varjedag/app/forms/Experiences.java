package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What patients have told of their time under investigation, with the lead time of the pathway that they tell of: the
/// one that the form followed on, otherwise the last that had closed when they answered. It goes into figures over many
/// only.
@Component
public class Experiences {
    /// The form that asks.
    public static final String FORM = "prem";

    /// An answer is good from this worth on, where 100 is best. The limit is ours.
    public static final double GOOD = 67;

    private static final int OTHER_CANCER = 72;
    private static final int NOTHING_MORE = 73;

    private final JdbcClient database;
    private final Timeline timeline;

    Experiences(JdbcClient database, Timeline timeline) {
        this.database = database;
        this.timeline = timeline;
    }

    /// One patient's answer.
    ///
    /// @param cancer     whether the investigation came to cancer
    /// @param definition the pathway she walked
    /// @param days       from its start to its end
    /// @param unit       where the pathway ended; empty where it is unknown
    /// @param region     the region it ended in; empty where it is unknown
    /// @param home       the region where she lives; empty where it is unknown
    /// @param told       the day she answered
    /// @param worths     what each answer is worth, by question; 100 is best
    public record Experience(
            boolean cancer,
            String definition,
            int days,
            String unit,
            String region,
            String home,
            LocalDate told,
            Map<String, Double> worths) {
        public Experience {
            worths = Map.copyOf(worths);
        }
    }

    private record Answer(UUID person, LocalDate day, Asking.Follows follows, Map<String, Double> worths) {}

    /// Every answer whose pathway is known to have come to cancer or not. Those that ended otherwise, and those of
    /// patients without a closed pathway, are left out.
    public List<Experience> all() {
        var pathways = timeline.snapshot().pathways();
        var answers = answers();
        var persons = pathways.timelines()
                .find(answers.stream().map(one -> one.person().toString()).toList());
        var places = new HashMap<String, Integer>();
        for (int person : persons) {
            places.put(pathways.timelines().person(person), person);
        }
        var all = new ArrayList<Experience>();
        for (var answer : answers) {
            var place = places.get(answer.person().toString());
            if (place != null) {
                experience(pathways, place, answer).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static Optional<Experience> experience(TracedPathways pathways, int person, Answer answer) {
        int last = -1;
        for (int i = pathways.firstOf(person); i < pathways.size() && pathways.person(i) == person; i++) {
            boolean closed = pathways.state(i) == State.TREATED || pathways.state(i) == State.LEFT;
            if (closed
                    && pathways.end(i) <= answer.day().toEpochDay()
                    && followedBy(answer, pathways, i)
                    && (last < 0 || pathways.end(i) >= pathways.end(last))) {
                last = i;
            }
        }
        if (last < 0) {
            return Optional.empty();
        }
        int suffix = pathways.endSuffix(last);
        boolean cancer = pathways.treated(last) || suffix == OTHER_CANCER;
        if (!cancer && suffix != EndCode.DISMISSED && suffix != NOTHING_MORE) {
            return Optional.empty();
        }
        var definition = pathways.definitions().all().get(pathways.definition(last));
        var timelines = pathways.timelines();
        return Optional.of(new Experience(
                cancer,
                definition.id(),
                pathways.end(last) - pathways.start(last),
                timelines.unitText(pathways.endUnit(last)),
                timelines.regionText(pathways.endRegion(last)),
                timelines.regionText(timelines.homeRegion(person)),
                answer.day(),
                answer.worths()));
    }

    private static boolean followedBy(Answer answer, TracedPathways pathways, int pathway) {
        var start = answer.follows().start();
        return start == null
                || (pathways.start(pathway) == start.toEpochDay()
                        && pathways.definitions()
                                .all()
                                .get(pathways.definition(pathway))
                                .id()
                                .equals(answer.follows().definition()));
    }

    private List<Answer> answers() {
        var all = new HashMap<Long, Answer>();
        database.sql("""
                        select n.id, a.person, a.definition, a.start, n.at, s.item, s.number from form_answer n
                        join form_assignment a on a.id = n.assignment join form_score s on s.answer = n.id
                        where a.form = ? order by n.id""").param(FORM).query(row -> {
            var person = row.getObject("person", UUID.class);
            var day = row.getTimestamp("at").toInstant().atZone(Sweden.TIME).toLocalDate();
            var follows = new Asking.Follows(row.getString("definition"), row.getObject("start", LocalDate.class));
            all.computeIfAbsent(row.getLong("id"), _ -> new Answer(person, day, follows, new HashMap<>()))
                    .worths()
                    .put(row.getString("item"), row.getDouble("number"));
        });
        return List.copyOf(all.values());
    }
}
