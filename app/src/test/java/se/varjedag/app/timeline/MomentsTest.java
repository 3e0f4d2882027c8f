package se.varjedag.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.Tracer;

/// What was known at other moments than now, and what several servers over one database know.
class MomentsTest {
    private static final String HEADER = "person,code,time,region,source,id,registered";
    private static final List<String> CODES = List.of("VC010", "VC025", "VC035", "VC050", "VC078", "VE010", "VE050");
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    /// Rows of few events, so that the same event comes again with other content, of another person, or withdrawn.
    private static String[] delivery(Random random, int rows) {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < rows; i++) {
            var day = FIRST.plusDays(random.nextInt(200));
            lines.add("p%d,%s,%s,01,s,%d,%s"
                    .formatted(
                            random.nextInt(40),
                            CODES.get(random.nextInt(CODES.size())),
                            day,
                            random.nextInt(150),
                            random.nextInt(3) == 0 ? "" : day.plusDays(random.nextInt(90))));
        }
        return lines.toArray(String[]::new);
    }

    private static Answer answer(Facts facts) {
        return Answers.answer(
                facts, Question.leadTime().by(GroupKey.SVF, GroupKey.MONTH).build(), Optional.empty());
    }

    private static List<String> ids(EventColumns events) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < events.size(); i++) {
            ids.add(events.event(i).id());
        }
        return ids;
    }

    @Test
    void what_was_current_at_a_moment_is_the_highest_version_learnt_by_then() {
        try (var installation = Installation.started()) {
            var random = new Random(1);
            for (int file = 0; file < 4; file++) {
                installation.read("f" + file + ".csv", file == 2, delivery(random, 200));
            }
            var now = installation.timeline().refresh();
            var stored = installation.bean(StoredEvents.class);

            for (int i = 0; i < 30; i++) {
                var moment = Instant.parse("2023-01-01T12:00:00Z").plusSeconds(86_400L * 10 * i);
                var highest = installation
                        .database()
                        .sql("""
                                select version from (
                                    select distinct on (event) version, status from care_event
                                    where learnt <= '%s' order by event, version desc) e
                                where status <> 'withdrawn' order by version""".formatted(moment))
                        .query(Long.class)
                        .list();

                assertThat(ids(stored.knownAt(now.change(), moment)))
                        .isEqualTo(highest.stream()
                                .map(version -> Long.toString(version, Character.MAX_RADIX))
                                .toList());
            }
        }
    }

    @Test
    void few_persons_put_back_to_a_moment_give_what_retracing_all_gives() {
        try (var installation = Installation.started()) {
            var random = new Random(2);
            installation.read("a.csv", delivery(random, 900));
            for (int file = 0; file < 3; file++) {
                installation.read("f" + file + ".csv", delivery(random, 4));
            }
            var timeline = installation.timeline();
            var now = timeline.refresh();
            var stored = installation.bean(StoredEvents.class);
            var moments = new ArrayList<Instant>();
            installation
                    .database()
                    .sql("select distinct learnt from care_event order by learnt desc limit 12")
                    .query(row -> {
                        moments.add(row.getTimestamp(1).toInstant());
                    });
            assertThat(stored.learntLater(now.change(), moments.get(1), 100)).hasSizeBetween(1, 10);

            for (var moment : moments) {
                var tracer = new Tracer(timeline.definitions());
                var all = tracer.trace(Timelines.of(stored.knownAt(now.change(), moment), null, null));

                assertThat(answer(timeline.facts(Optional.empty(), Optional.of(moment))))
                        .isEqualTo(answer(Facts.of(all)));
            }
        }
    }

    @Test
    void what_was_known_at_a_moment_can_be_asked_as_of_a_day() {
        try (var installation = Installation.started()) {
            installation.read("a.csv", delivery(new Random(3), 300));
            var timeline = installation.timeline();
            timeline.refresh();
            var day = Optional.of(FIRST.plusDays(90));
            var moment = Optional.of(Instant.parse("2023-06-01T00:00:00Z"));

            var facts = timeline.facts(day, moment);

            assertThat(facts.traced().asOf()).isEqualTo((int) day.get().toEpochDay());
            assertThat(facts.traced().size())
                    .isBetween(1, timeline.snapshot().pathways().size());
            assertThat(timeline.facts(day, Optional.empty())).isNotSameAs(facts);
            assertThat(timeline.facts(day, moment)).isSameAs(facts);
        }
    }

    @Test
    void many_who_ask_for_one_moment_share_one_retrace() throws Exception {
        try (var installation = Installation.started();
                var readers = Executors.newFixedThreadPool(8)) {
            installation.read("a.csv", delivery(new Random(4), 500));
            var timeline = installation.timeline();
            timeline.refresh();
            var together = new CountDownLatch(8);
            var moment = Optional.of(Instant.parse("2023-03-01T00:00:00Z"));
            var answers = new ArrayList<Future<Facts>>();
            for (int reader = 0; reader < 8; reader++) {
                answers.add(readers.submit(() -> {
                    together.countDown();
                    together.await();
                    return timeline.facts(Optional.empty(), moment);
                }));
            }
            var first = answers.getFirst().get();

            for (var one : answers) {
                assertThat(one.get()).isSameAs(first);
            }
            assertThat(timeline.facts(Optional.empty(), Optional.empty()))
                    .isSameAs(timeline.snapshot().facts());
        }
    }

    @Test
    void a_retrace_that_fails_is_tried_again_by_the_next_who_asks() {
        try (var installation = Installation.started()) {
            installation.read("a.csv", delivery(new Random(5), 100));
            var timeline = installation.timeline();
            timeline.refresh();
            var moment = Optional.of(Instant.parse("2023-03-01T00:00:00Z"));
            installation
                    .database()
                    .sql("alter table superseded rename to elsewhere")
                    .update();
            assertThatThrownBy(() -> timeline.facts(Optional.empty(), moment)).isInstanceOf(RuntimeException.class);
            installation
                    .database()
                    .sql("alter table elsewhere rename to superseded")
                    .update();

            assertThat(timeline.facts(Optional.empty(), moment).traced().size()).isPositive();
        }
    }

    @Test
    void two_servers_over_one_database_give_the_same_answers_after_every_import() {
        try (var one = Installation.started();
                var other = Installation.over(one.home(), one.url())) {
            var random = new Random(6);
            for (int file = 0; file < 6; file++) {
                (file % 2 == 0 ? one : other).read("f" + file + ".csv", delivery(random, 60));

                var here = one.timeline().refresh();
                var there = other.timeline().refresh();

                assertThat(here.change()).isEqualTo(there.change()).isEqualTo(file + 1);
                assertThat(here.knownAt()).isEqualTo(there.knownAt());
                assertThat(answer(here.facts())).isEqualTo(answer(there.facts()));
                assertThat(answer(here.facts())).isEqualTo(answer(Facts.of(here.pathways())));
            }
        }
    }
}
