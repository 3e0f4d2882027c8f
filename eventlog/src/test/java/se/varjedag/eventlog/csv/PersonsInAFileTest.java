package se.varjedag.eventlog.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.eventlog.Rejection;
import se.varjedag.pathway.event.CareEvent;

/// All numbers are among the tax agency's official test numbers, or wrong.
class PersonsInAFileTest {
    @TempDir
    Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    private CsvEventFile.Outcome read(String... persons) throws IOException {
        var text = new StringBuilder("person,code,time\n");
        for (var person : persons) {
            text.append(person).append(",VC010,2023-05-17\n");
        }
        var path = folder.resolve("events.csv");
        Files.writeString(path, text);
        return new CsvEventFile(path, CsvEventFileTest.JUDGEMENT, true, PartReader.Sizes.USUAL, 2, (_, _, _) -> {})
                .read(rejections::add);
    }

    @Test
    void persons_are_identity_numbers_if_every_value_in_the_file_is_a_valid_one() throws IOException {
        var outcome = read("190101-2391", " 201901012391", "20190102-2382");

        assertThat(CsvEventFileLawTest.events(outcome))
                .extracting(CareEvent::person)
                .containsExactly("201901012391", "201901012391", "201901022382");
        assertThat(outcome.report().warnings()).isEmpty();
    }

    @Test
    void national_reserve_numbers_stand_among_the_others() throws IOException {
        var outcome = read("190101-2391", "22790814-AA01", "22790814AA01");

        assertThat(CsvEventFileLawTest.events(outcome))
                .extracting(CareEvent::person)
                .containsExactly("201901012391", "22790814AA01", "22790814AA01");
        assertThat(outcome.report().warnings()).isEmpty();
    }

    @Test
    void otherwise_all_are_pseudonyms_and_a_warning_names_the_first_wrong_line_masked() throws IOException {
        var outcome = read("190101-2391", "190101-2391", "201901022382", "201901032390");

        assertThat(CsvEventFileLawTest.events(outcome))
                .extracting(CareEvent::person)
                .containsExactly("190101-2391", "190101-2391", "201901022382", "201901032390");
        assertThat(outcome.report().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.english()).contains("1 of 3", "line 5", "••••").doesNotContain("201901032390");
            assertThat(warning.swedish()).contains("rad 5");
        });
    }

    @Test
    void a_rejection_can_hide_the_person() throws IOException {
        read("x".repeat(1001));

        var rejection = rejections.getFirst();
        assertThat(rejection.column()).isEqualTo("person");
        assertThat(rejection.masked().value()).isEqualTo("••••••••••••");
    }
}
