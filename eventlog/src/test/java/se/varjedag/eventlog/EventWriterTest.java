package se.varjedag.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.eventlog.csv.Column;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;

class EventWriterTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<CareEvent> EVENTS = List.of(
            new CareEvent(
                    "p1",
                    "VC010",
                    LocalDate.of(2023, 5, 17),
                    "Kliniken, \"Östra\"",
                    "14",
                    "13",
                    "F",
                    1957,
                    "",
                    "lab",
                    "1",
                    CareEvent.Status.DONE,
                    Instant.parse("2023-05-18T10:00:00.5Z"),
                    ""),
            new CareEvent(
                    "p2",
                    "imaging-performed",
                    LocalDate.of(2027, 5, 17),
                    "two\nlines",
                    "",
                    "",
                    "",
                    null,
                    "VC0",
                    "",
                    "",
                    CareEvent.Status.PLANNED,
                    null,
                    "r1"),
            new CareEvent(
                    "p3",
                    "VC010",
                    LocalDate.of(2023, 5, 17),
                    "",
                    "",
                    "",
                    "M",
                    null,
                    "",
                    "",
                    "3",
                    CareEvent.Status.WITHDRAWN,
                    null,
                    ""));

    @TempDir
    Path folder;

    private Path write(String name) throws IOException {
        var path = folder.resolve(name);
        try (var writer = EventWriter.to(path, List.of(Column.values()))) {
            for (var event : EVENTS) {
                writer.write(event);
            }
        }
        return path;
    }

    @Test
    void what_is_written_is_read_back_whole() throws IOException {
        for (var name : List.of("events.csv", "events.csv.gz")) {
            var rejections = new ArrayList<Rejection>();

            var reading = EventFiles.read(List.of(write(name)), Definitions.shipped(), TODAY, rejections::add);

            assertThat(rejections).isEmpty();
            assertThat(reading.used()).isEqualTo(3);
            for (int i = 0; i < EVENTS.size(); i++) {
                assertThat(reading.events().event(i)).isEqualTo(EVENTS.get(i));
            }
        }
    }

    @Test
    void the_same_events_give_the_same_bytes() throws IOException {
        assertThat(Files.readAllBytes(write("a.csv.gz"))).isEqualTo(Files.readAllBytes(write("b.csv.gz")));
        assertThat(Files.readAllBytes(write("a.csv.gz"))).startsWith(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0);
        assertThat(Files.readString(write("a.csv")))
                .startsWith(
                        "person,code,time,unit,region,home_region,sex,born,pathway,source,id,status,registered,ref\n"
                                + "p1,VC010,2023-05-17,\"Kliniken, \"\"Östra\"\"\",14,13,F,1957,,lab,1,,2023-05-18T10:00:00.500Z,\n");
    }

    @Test
    void a_later_file_holds_the_later_version() throws IOException {
        var first = folder.resolve("1.csv");
        var second = folder.resolve("2.csv");
        Files.writeString(first, "person,code,time,source,id\np1,VC010,2023-05-17,lab,1\n");
        Files.writeString(second, "person,code,time,source,id\np1,VC010,2023-05-18,lab,1\n");

        var reading =
                EventFiles.using(Definitions.shipped(), TODAY).forTracing().read(List.of(first, second), _ -> {});
        var timelines = se.varjedag.pathway.event.Timelines.of(reading.events(), null, null);

        assertThat(timelines.rows()).isEqualTo(1);
        assertThat(LocalDate.ofEpochDay(timelines.day(0))).isEqualTo("2023-05-18");
    }
}
