package se.varjedag.pathway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs whose values collide often, the same in every run: fewer than in [TimelinesLawTest], and quick.
class KnownLogsTest {
    private static final Instant LEARNT = Instant.parse("2023-06-01T08:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2023, 1, 4);

    @Test
    void timelines_are_what_the_rules_say_read_plainly() {
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var log = TimelinesLawTest.log(random, 5 * seed);
            var knownAt = seed % 2 == 0 ? null : LEARNT.plusSeconds(random.nextInt(5));
            var asOf = seed % 3 == 0 ? null : LAST.minusDays(random.nextInt(5));

            var timelines = Timelines.of(EventColumns.of(log), knownAt, asOf);

            assertThat(ObviousTimelines.of(timelines))
                    .as("seed %d", seed)
                    .isEqualTo(ObviousTimelines.of(log, knownAt, asOf));
            assertThat(timelines.bookings().all())
                    .containsExactlyInAnyOrderElementsOf(ObviousTimelines.current(log, knownAt).stream()
                            .filter(event -> event.status() == CareEvent.Status.PLANNED)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 52_000})
    void a_long_log_gives_the_same_in_one_part_or_many(int rows) {
        var log = TimelinesLawTest.log(new Random(rows), rows);
        var parts = new ArrayList<EventColumns>();
        for (int from = 0; from < rows; from += 2_500) {
            parts.add(EventColumns.of(log.subList(from, Math.min(rows, from + 2_500))));
        }
        var expected = ObviousTimelines.of(log, LEARNT, null);

        assertThat(ObviousTimelines.of(Timelines.of(EventColumns.of(log), LEARNT, null)))
                .isEqualTo(expected);
        assertThat(ObviousTimelines.of(Timelines.of(EventColumns.concat(parts), LEARNT, null)))
                .isEqualTo(expected);
    }

    @Test
    void persons_as_they_were_met_have_what_persons_by_name_have() {
        for (int seed = 1; seed <= 30; seed++) {
            var log = TimelinesLawTest.log(new Random(seed), 10 * seed);
            var parts = List.of(
                    EventColumns.of(log.subList(0, 3 * seed)), EventColumns.of(log.subList(3 * seed, 10 * seed)));
            var asOf = seed % 3 == 0 ? null : LAST.minusDays(seed % 4);

            var met = Timelines.asMet(EventColumns.concat(parts), null, asOf);

            assertThat(ObviousTimelines.of(met))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(ObviousTimelines.of(log, null, asOf));
        }
    }

    @Test
    void rows_come_back_as_they_were_added() {
        var log = TimelinesLawTest.log(new Random(7), 300);
        var builder = EventColumns.builder();
        log.subList(0, 100).forEach(builder::add);
        builder.addAll(EventColumns.of(log.subList(100, 250)));
        log.subList(250, 300).forEach(builder::add);

        assertThat(builder.size()).isEqualTo(300);
        var columns = builder.build();

        assertThat(columns.size()).isEqualTo(300);
        for (int row = 0; row < 300; row++) {
            assertThat(columns.event(row)).isEqualTo(log.get(row));
        }
    }

    @Test
    void the_order_of_rows_matters_only_between_versions_of_one_event() {
        var log = new ArrayList<>(ObviousTimelines.current(TimelinesLawTest.log(new Random(3), 300), null));
        var before = ObviousTimelines.of(Timelines.of(EventColumns.of(log), null, null));

        Collections.reverse(log);

        assertThat(ObviousTimelines.of(Timelines.of(EventColumns.of(log), null, null)))
                .isEqualTo(before);
    }

    @Test
    void a_person_with_very_many_rows_has_them_in_order_too() {
        var log = TimelinesLawTest.log(new Random(11), 3_000).stream()
                .map(event -> new CareEvent(
                        "one",
                        event.code(),
                        event.day().plusDays(event.hashCode() & 1023),
                        event.unit(),
                        event.region(),
                        event.homeRegion(),
                        event.sex(),
                        event.born(),
                        "VC0",
                        "",
                        "",
                        CareEvent.Status.DONE,
                        null,
                        "r" + event.hashCode() % 7))
                .toList();
        var bare = log.stream().map(event -> event.of("", "")).toList();

        assertThat(ObviousTimelines.of(Timelines.of(EventColumns.of(log), null, null)))
                .isEqualTo(ObviousTimelines.of(log, null, null));
        assertThat(ObviousTimelines.of(Timelines.of(EventColumns.of(bare), null, null)))
                .isEqualTo(ObviousTimelines.of(bare, null, null));
    }

    @Test
    void an_earlier_day_leaves_out_what_came_after_it() {
        for (int seed = 1; seed <= 20; seed++) {
            var log = TimelinesLawTest.log(new Random(seed), 10 * seed);
            var day = LAST.minusDays(seed % 5);

            var cut = Timelines.of(EventColumns.of(log), null, null).asOf(day);

            assertThat(ObviousTimelines.of(cut)).isEqualTo(ObviousTimelines.of(log, null, day));
            assertThat(LocalDate.ofEpochDay(cut.asOf())).isEqualTo(day);
        }
    }

    @Test
    void what_some_persons_have_now_takes_the_place_of_what_they_had() {
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var had = nameless(TimelinesLawTest.log(random, 2 * seed));
            var come = nameless(TimelinesLawTest.log(random, seed));
            var asOf = seed % 3 == 0 ? LAST.minusDays(1) : null;
            var whom = new TreeSet<String>();
            had.stream().filter(event -> random.nextInt(3) == 0).forEach(event -> whom.add(event.person()));
            come.forEach(event -> whom.add(event.person()));
            var now = new ArrayList<>(
                    had.stream().filter(event -> !whom.contains(event.person())).toList());
            now.addAll(come);

            var all = Timelines.of(EventColumns.of(had), null, asOf)
                    .with(Timelines.of(EventColumns.of(come), null, asOf), whom)
                    .timelines();
            var whole = Timelines.of(EventColumns.of(now), null, asOf);

            assertThat(ObviousTimelines.of(all)).as("seed %d", seed).isEqualTo(ObviousTimelines.of(whole));
            assertThat(all.asOf()).isEqualTo(whole.asOf());
            assertThat(all.bookings().all())
                    .containsExactlyElementsOf(whole.bookings().all());
        }
    }

    private static List<CareEvent> nameless(List<CareEvent> log) {
        return log.stream().map(event -> event.named("", "")).toList();
    }
}
