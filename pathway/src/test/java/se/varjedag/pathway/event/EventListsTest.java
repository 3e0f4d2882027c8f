package se.varjedag.pathway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/// The lists and columns that readers write into.
class EventListsTest {
    private static final CareEvent EVENT = CareEvent.of("p", "VC010", LocalDate.of(2023, 5, 15));

    @Test
    void each_combination_of_home_region_sex_and_year_of_birth_has_a_number_of_its_own() {
        var lists = new EventLists();
        var numbers = new HashMap<List<Integer>, Integer>();
        for (int again = 0; again < 2; again++) {
            for (int region = 0; region < 25; region++) {
                for (int born = 1900; born < 2020; born++) {
                    int sex = born % 3 == 0 ? 'F' : born % 3 == 1 ? 'M' : 0;
                    int number = lists.traits(region, sex, born);

                    int first = numbers.computeIfAbsent(List.of(region, sex, born), _ -> numbers.size() + 1);
                    assertThat(number).isEqualTo(first);
                    long packed = lists.traits().packed(number);
                    assertThat(Traits.homeRegion(packed)).isEqualTo(region);
                    assertThat(Traits.sex(packed)).isEqualTo((byte) sex);
                    assertThat(Traits.born(packed)).isEqualTo((short) born);
                }
            }
        }
        assertThat(lists.traits(0, 0, 0)).isZero();
    }

    @Test
    void a_reader_is_told_to_take_new_lists_before_the_narrow_columns_are_full() {
        assertThat(addedUntilFull(new EventLists(), EventLists::codes)).isEqualTo(32_000);
        assertThat(addedUntilFull(new EventLists(), EventLists::regions)).isEqualTo(32_000);
        assertThat(addedUntilFull(new EventLists(), EventLists::pathways)).isEqualTo(32_000);
        assertThat(addedUntilFull(new EventLists(), EventLists::sources)).isEqualTo(32_000);
        var lists = new EventLists();
        assertThat(until(lists, i -> lists.traits(i + 1, 0, 0))).isEqualTo(32_000);
    }

    private static int addedUntilFull(EventLists lists, Function<EventLists, TextIndex> which) {
        return until(lists, i -> which.apply(lists).of("t" + i));
    }

    private static int until(EventLists lists, IntConsumer add) {
        int added = 0;
        while (!lists.nearlyFull() && added < 40_000) {
            add.accept(added++);
        }
        return added;
    }

    @Test
    void persons_can_be_called_by_other_names_one_for_each() {
        var lists = new EventLists();
        lists.persons().of("191212121212");
        var names = new Texts();
        assertThatThrownBy(() -> lists.rename(names)).hasMessageContaining("1 names for 2 persons");

        names.add("pseudonym");
        lists.rename(names);
        var batch = new EventBatch(lists, 1);
        batch.add(1, lists.codes().of("VC010"), (int) EVENT.day().toEpochDay(), 0, 0, 0);

        assertThat(EventColumns.ofBatches(List.of(batch)).event(0).person()).isEqualTo("pseudonym");
    }

    @Test
    void rows_added_as_columns_are_the_rows_added_one_by_one() {
        var lists = new EventLists();
        int person = lists.persons().of("p");
        int[] code = new int[50];
        int[] day = new int[50];
        int[] unit = new int[50];
        int[] region = new int[50];
        int[] traits = new int[50];
        var one = new EventBatch(lists, 1);
        var many = new EventBatch(lists, 1);
        for (int i = 0; i < 50; i++) {
            code[i] = lists.codes().of("c" + i % 7);
            day[i] = 19_000 + i;
            unit[i] = lists.units().of("u" + i % 11);
            region[i] = lists.regions().of("r" + i % 3);
            traits[i] = lists.traits(region[i], 'F', 1950 + i);
            if (i >= 5) {
                one.add(person, code[i], day[i], unit[i], region[i], traits[i]);
            }
        }

        assertThat(many.addAll(5, 12, code, day, unit, region, traits)).isZero();
        assertThat(many.addAll(12, 12, code, day, unit, region, traits)).isEqualTo(7);
        assertThat(many.addAll(12, 50, code, day, unit, region, traits)).isEqualTo(7);
        for (int row = 0; row < 45; row++) {
            many.person(row, person);
        }

        assertThat(many.size()).isEqualTo(45);
        var expected = EventColumns.ofBatches(List.of(one));
        var written = EventColumns.ofBatches(List.of(many));
        for (int row = 0; row < 45; row++) {
            assertThat(written.event(row)).isEqualTo(expected.event(row));
        }
    }

    @Test
    void a_text_gives_its_bytes() {
        var texts = new Texts();
        for (int length = 1; length <= 40; length++) {
            var text = "åäö0123456789abcdefghijklmnopqrstuvwxyzABCDEF".substring(0, length);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            int number = texts.add(text);
            assertThat(texts.length(number)).isEqualTo(utf8.length);
            for (int at = 0; at < utf8.length; at++) {
                assertThat(texts.byteAt(number, at)).isEqualTo(utf8[at]);
            }
        }
    }

    @Test
    void only_rows_that_are_there_can_be_asked_for() {
        var events = EventColumns.builder().add(EVENT).add(EVENT).build();

        assertThat(events.event(1)).isEqualTo(EVENT);
        assertThatThrownBy(() -> events.event(2)).hasMessage("Row 2 of 2");
        assertThatThrownBy(() -> events.event(-1)).hasMessage("Row -1 of 2");
        assertThat(EventColumns.builder().addAll(events).add(EVENT).size()).isEqualTo(3);
    }

    @Test
    void a_persons_bookings_are_hers_alone() {
        var booked = EVENT.with(CareEvent.Status.PLANNED);
        var bookings =
                Timelines.of(EventColumns.of(List.of(booked)), null, null).bookings();

        assertThat(bookings.of("p")).containsExactly(booked);
        assertThat(bookings.of("q")).isEmpty();
    }

    @Test
    void a_year_of_birth_has_one_to_four_digits() {
        assertThat(EVENT.bornIn(1, "").born()).isEqualTo(1);
        assertThat(EVENT.bornIn(9999, "").born()).isEqualTo(9999);
        assertThatThrownBy(() -> EVENT.bornIn(10_000, "")).hasMessageContaining("four digits");
    }

    @Test
    void who_waits_for_shared_work_stays_interrupted() {
        var done = new boolean[3];
        Thread.currentThread().interrupt();

        Shares.each(3, share -> done[share] = true);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).containsExactly(true, true, true);
        Shares.each(2, _ -> {});
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void the_first_failure_of_shared_work_is_thrown_on() {
        assertThatThrownBy(() -> Shares.each(2, share -> {
                    throw new IllegalStateException("share " + share);
                }))
                .hasMessageStartingWith("share ");
    }
}
