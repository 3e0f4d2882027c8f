package se.varjedag.pathway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/// What holds for any log, checked on random ones whose values collide often.
class TimelinesLawTest {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final Instant LEARNT = Instant.parse("2023-06-01T08:00:00Z");

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    static List<CareEvent> log(Random random, int size) {
        var events = new ArrayList<CareEvent>();
        int persons = 1 + random.nextInt(1 + size / 4);
        boolean named = random.nextBoolean();
        boolean refs = random.nextBoolean();
        for (int i = 0; i < size; i++) {
            int p = random.nextInt(persons);
            events.add(new CareEvent(
                    any(random, "", "a-rather-long-pseudonym-", "å") + p,
                    any(random, "VC010", "VC044", "VC050", "VD010", "imaging-performed"),
                    START.plusDays(random.nextInt(4)),
                    any(random, "", "U1", "U2", "SE2321000016-" + random.nextInt(3)),
                    any(random, "", "01", "14"),
                    any(random, "", "12", "14"),
                    any(random, "", "F", "M"),
                    random.nextBoolean() ? null : 1950 + random.nextInt(3),
                    refs ? any(random, "", "VC0", "VD0") : "",
                    any(random, "", "lab"),
                    named ? any(random, "", "e" + random.nextInt(size), "00000000-0000-0000-" + random.nextInt(9)) : "",
                    random.nextInt(6) == 0
                            ? any(random, "x", "y").equals("x") ? CareEvent.Status.PLANNED : CareEvent.Status.WITHDRAWN
                            : CareEvent.Status.DONE,
                    random.nextInt(3) == 0 ? LEARNT.plusSeconds(random.nextInt(5)) : null,
                    refs ? any(random, "", "r1", "r2") : ""));
        }
        return events;
    }

    private static @Nullable Instant someMoment(Random random) {
        return random.nextBoolean() ? null : LEARNT.plusSeconds(random.nextInt(5));
    }

    private static @Nullable LocalDate someDay(Random random) {
        return random.nextBoolean() ? null : START.plusDays(random.nextInt(5));
    }

    @Property(tries = 400)
    void timelines_are_what_the_rules_say_read_plainly(@ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int n) {
        var random = new Random(seed);
        var log = log(random, n);
        var knownAt = someMoment(random);
        var asOf = someDay(random);

        var timelines = Timelines.of(EventColumns.of(log), knownAt, asOf);

        assertThat(ObviousTimelines.of(timelines)).isEqualTo(ObviousTimelines.of(log, knownAt, asOf));
        assertThat(timelines.bookings().all())
                .containsExactlyInAnyOrderElementsOf(ObviousTimelines.current(log, knownAt).stream()
                        .filter(e -> e.status() == CareEvent.Status.PLANNED)
                        .toList());
    }

    @Property(tries = 3)
    void a_log_long_enough_to_be_shared_out_gives_the_same(@ForAll long seed) {
        var random = new Random(seed);
        var log = log(random, 60_000);

        var timelines = Timelines.of(inBatches(log, random), null, null);

        assertThat(ObviousTimelines.of(timelines)).isEqualTo(ObviousTimelines.of(log, null, null));
    }

    private static EventColumns inBatches(List<CareEvent> log, Random random) {
        var parts = new ArrayList<EventColumns>();
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(9000));
            parts.add(EventColumns.of(log.subList(from, to)));
            from = to;
        }
        return EventColumns.concat(parts);
    }

    @Property(tries = 200)
    void rows_come_back_as_they_were_added(@ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int n) {
        var random = new Random(seed);
        var log = log(random, n);

        var columns = inBatches(log, random);

        assertThat(columns.size()).isEqualTo(n);
        for (int row = 0; row < n; row++) {
            assertThat(columns.event(row)).isEqualTo(log.get(row));
        }
    }

    @Property(tries = 200)
    void the_order_of_rows_matters_only_between_versions_of_one_event(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 200) int n) {
        var random = new Random(seed);
        var log = new ArrayList<>(ObviousTimelines.current(log(random, n), null));
        var before = ObviousTimelines.of(Timelines.of(EventColumns.of(log), null, null));

        Collections.shuffle(log, random);

        assertThat(ObviousTimelines.of(Timelines.of(EventColumns.of(log), null, null)))
                .isEqualTo(before);
    }
}
