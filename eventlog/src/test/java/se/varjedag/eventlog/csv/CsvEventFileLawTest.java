package se.varjedag.eventlog.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.varjedag.eventlog.Rejection;
import se.varjedag.pathway.event.CareEvent;

/// The fast reader agrees with the obvious one, wherever buffers and parts of the file begin and end.
class CsvEventFileLawTest {
    private final Random random = new Random(0);
    private boolean odd;
    /// Nothing in quotes that need not be, no empty lines: what most files are like.
    private boolean neat;

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String value(String column) {
        if (odd && random.nextInt(12) == 0) {
            return any(
                    "", " ", "x", "a,b", "se;mi", "ta\tb", "say \"so\"", "two\nlines", "ret\rurn", "both\r\n", "åäö €");
        }
        return switch (column) {
            case "person" -> any("p", "å", "a-very-long-pseudonym-of-one-") + random.nextInt(20);
            case "code" -> any("VC010", "VC044", "VC050", "VX999", "imaging-performed", odd ? "VC01" : "VD010");
            case "time" ->
                any(
                        "2023-05-17",
                        "2024-02-29",
                        "2023-05-17T08:30",
                        "2023-12-31 23:30:10",
                        "2023-12-31T23:30Z",
                        "2023-03-26T01:30:00.123456+00:00",
                        "2023-06-30T22:15:00.5Z",
                        odd ? "2023-02-30" : "2023-01-01",
                        odd ? "2026-11-22" : "2026-11-21");
            case "unit" -> any("", "U1", "SE2321000016-1AB2", "Kirurgkliniken på Östra sjukhuset");
            case "region", "home_region" -> any("", "01", "03", "25", odd ? "02" : "14");
            case "sex" -> any("", "F", "M", "K");
            case "born" -> any("", "1950", "2001", odd ? "1850" : "1999");
            case "pathway" -> any("", "VC0");
            case "source" -> any("", "lab", "journal-" + random.nextInt(3));
            case "id" -> any("", "e" + random.nextInt(50), "0123456789abcdef-" + random.nextInt(50));
            case "status" -> any("", "", "done", "planned", "withdrawn");
            case "registered" -> any("", "2023-05-17", "2023-05-18T10:00:00Z", "2023-05-18T10:00:00.25");
            case "ref" -> any("", "r" + random.nextInt(9));
            default -> any("", "whatever", "ö");
        };
    }

    private String quoted(String value, char separator) {
        boolean must = value.indexOf(separator) >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0
                || value.startsWith("\"");
        return must || (!neat && random.nextInt(odd ? 6 : 40) == 0) ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private String file(char separator, int rows) {
        var columns = new ArrayList<>(List.of(
                "person",
                "code",
                "time",
                "unit",
                "region",
                "home_region",
                "sex",
                "born",
                "pathway",
                "source",
                "id",
                "status",
                "registered",
                "ref",
                "extra",
                "more"));
        columns.removeIf(c -> !List.of("person", "code", "time").contains(c) && random.nextInt(4) == 0);
        Collections.shuffle(columns, random);
        var lineEnd = any("\n", "\r\n", "\r");
        var text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(i > 0 ? Character.toString(separator) : "")
                    .append(any(columns.get(i), columns.get(i).toUpperCase(java.util.Locale.ROOT)));
        }
        text.append(lineEnd);
        for (int r = 0; r < rows; r++) {
            int width = odd && random.nextInt(30) == 0 ? 2 : columns.size();
            for (int i = 0; i < width; i++) {
                text.append(i > 0 ? Character.toString(separator) : "")
                        .append(quoted(value(columns.get(i)), separator));
            }
            text.append(r < rows - 1 || random.nextBoolean() ? lineEnd : "");
            if (!neat && random.nextInt(20) == 0) {
                text.append(lineEnd);
            }
        }
        return text.toString();
    }

    private static byte[] gzipped(byte[] plain, Random random) {
        var out = new ByteArrayOutputStream();
        int from = 0;
        while (from < plain.length) {
            int to = Math.min(plain.length, from + 1 + random.nextInt(plain.length));
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(plain, from, to - from);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            from = to;
        }
        return out.toByteArray();
    }

    @Property(tries = 400)
    void every_file_is_read_as_the_obvious_reader_reads_it(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 120) int rows) throws IOException {
        random.setSeed(seed);
        odd = random.nextInt(4) > 0;
        neat = random.nextBoolean();
        char separator = any(",", ";", "\t").charAt(0);
        Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : Shown.WINDOWS_1252;
        var text = file(separator, rows);
        if (charset == StandardCharsets.UTF_8 && random.nextInt(3) == 0) {
            text = "\uFEFF" + text;
        }
        byte[] plain = text.getBytes(charset);
        int buffer = 16 + random.nextInt(neat ? 40_000 : 400);
        var sizes = new PartReader.Sizes(buffer, buffer + random.nextInt(500), 1 << 20);
        int threads = 1 + random.nextInt(3);
        Path path = Files.createTempFile("events", ".csv");
        try {
            Files.write(path, random.nextInt(4) == 0 ? gzipped(plain, random) : plain);
            var rejections = new ArrayList<Rejection>();
            var file = new CsvEventFile(path, CsvEventFileTest.JUDGEMENT, true, sizes, threads, (_, _, _) -> {});

            var outcome = file.read(rejections::add);

            var expected = ObviousReader.read(plain, charset, separator, CsvEventFileTest.TODAY);
            assertThat(outcome.report().trouble()).isEmpty();
            assertThat(events(outcome)).isEqualTo(expected.events());
            assertThat(rejections.stream()
                            .map(r -> "line " + r.line())
                            .distinct()
                            .toList())
                    .isEqualTo(expected.rejected());
            assertThat(outcome.report().rows())
                    .isEqualTo(expected.events().size() + expected.rejected().size());
        } finally {
            Files.delete(path);
        }
    }

    static List<CareEvent> events(CsvEventFile.Outcome outcome) {
        var events = new ArrayList<CareEvent>();
        for (int i = 0; i < outcome.events().size(); i++) {
            events.add(outcome.events().event(i));
        }
        return events;
    }
}
