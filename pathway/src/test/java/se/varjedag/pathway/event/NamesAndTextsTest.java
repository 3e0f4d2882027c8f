package se.varjedag.pathway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Texts of any length, many that begin alike: each keeps its number, and all stand in order.
class NamesAndTextsTest {
    private static final LocalDate MONDAY = LocalDate.of(2023, 5, 15);

    private static String letters(Random random, int length, int kinds) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(kinds)));
        }
        return text.toString();
    }

    private static List<String> names(Timelines timelines) {
        return IntStream.range(0, timelines.persons())
                .mapToObj(timelines::person)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"16, 70", "16, 2", "16, 10", "9, 70", "8, 70", "3, 70", "40, 70", "24, 3"})
    void persons_stand_in_the_order_of_their_names_also_where_many_begin_alike(int longest, int kinds) {
        var random = new Random(longest * 100L + kinds);
        var names = new TreeSet<String>();
        for (int shared = 0; shared <= longest; shared += 2) {
            var beginning = letters(random, shared, kinds);
            for (int i = 0; i < 60; i++) {
                names.add("n" + beginning + letters(random, random.nextInt(longest - shared + 1), kinds));
            }
        }
        var events = new ArrayList<CareEvent>();
        names.descendingSet().forEach(name -> events.add(CareEvent.of(name, "VC010", MONDAY)));

        assertThat(names(Timelines.of(EventColumns.of(events), null, null))).containsExactlyElementsOf(names);
    }

    @Test
    void the_lists_stand_in_order_with_the_empty_text_first() {
        var timelines = Timelines.of(
                EventColumns.of(List.of(
                        CareEvent.of("p", "VC010", MONDAY)
                                .at("14", "U2")
                                .of("VE0", "r2")
                                .livingIn("03"),
                        CareEvent.of("p", "VC005", MONDAY).at("01", "U1").of("VC0", "r1"))),
                null,
                null);

        assertThat(timelines.codes()).containsExactly("", "VC005", "VC010");
        assertThat(timelines.units()).containsExactly("", "U1", "U2");
        assertThat(timelines.regions()).containsExactly("", "01", "03", "14");
        assertThat(timelines.pathways()).containsExactly("", "VC0", "VE0");
        assertThat(timelines.refs()).containsExactly("", "r1", "r2");
    }

    @Test
    void a_text_keeps_the_number_it_got_first() {
        var index = new TextIndex();
        var numbers = new HashMap<String, Integer>();
        var random = new Random(5);
        for (int i = 0; i < 6_000; i++) {
            var text = letters(random, random.nextInt(i % 3 == 0 ? 40 : 4), i % 2 == 0 ? 3 : 70);
            if (i % 10 == 0) {
                text += "\0å";
            }
            int number = index.of(text);

            assertThat(number).isEqualTo(text.isEmpty() ? 0 : numbers.computeIfAbsent(text, _ -> numbers.size() + 1));
            assertThat(index.texts().text(number)).isEqualTo(text);
            assertThat(index.size()).isEqualTo(numbers.size() + 1);
        }
    }

    @Test
    void texts_of_nothing_but_zero_bytes_are_told_apart_by_their_length() {
        var index = new TextIndex();

        assertThat(index.of("a")).isEqualTo(1);
        assertThat(index.of("a\0")).isEqualTo(2);
        assertThat(index.of("\0")).isEqualTo(3);
        assertThat(index.of("\0\0")).isEqualTo(4);
        assertThat(index.of("a\0")).isEqualTo(2);
        assertThat(index.of("a")).isEqualTo(1);
    }

    @Test
    void an_event_whose_id_was_not_kept_cannot_be_passed_on_but_is_traced() {
        var lists = new EventLists();
        var batch = new EventBatch(lists, 1);
        int person = lists.persons().of("p");
        int code = lists.codes().of("VC010");
        batch.identity(batch.add(person, code, (int) MONDAY.toEpochDay(), 0, 0, 0), 7, 8);
        batch.add(person, code, (int) MONDAY.plusDays(1).toEpochDay(), 0, 0, 0);
        batch.identity(batch.add(person, code, (int) MONDAY.plusDays(2).toEpochDay(), 0, 0, 0), 7, 8);
        batch.identity(batch.add(person, code, (int) MONDAY.plusDays(3).toEpochDay(), 0, 0, 0), 7, 9);
        batch.identity(batch.add(person, code, (int) MONDAY.plusDays(4).toEpochDay(), 0, 0, 0), 6, 8);
        var events = EventColumns.ofBatches(List.of(batch));

        assertThatThrownBy(() -> events.event(0)).hasMessageContaining("ids were not kept");
        assertThat(events.event(1)).isEqualTo(CareEvent.of("p", "VC010", MONDAY.plusDays(1)));
        var timelines = Timelines.of(events, null, null);
        assertThat(IntStream.range(0, timelines.rows()).mapToObj(row -> LocalDate.ofEpochDay(timelines.day(row))))
                .containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3), MONDAY.plusDays(4));
    }
}
