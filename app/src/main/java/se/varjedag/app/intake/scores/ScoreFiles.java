package se.varjedag.app.intake.scores;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;
import se.varjedag.app.intake.FileKind;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.app.reference.Sweden;
import se.varjedag.eventlog.PackedFile;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventColumns;

/// Files of scores as CSV: one score on each line. Which instruments there are, and from where to where they go, is
/// data: the rows of the mapping that ask for a licence.
@Component
class ScoreFiles implements FileKind {
    private static final Set<String> COLUMNS =
            Set.of("person", "instrument", "score", "day", "unit", "source", "id", "licence");
    private static final int WHOLE = 100;

    private final CodeMapping mapping;
    private final Clock clock = Clock.systemUTC();

    ScoreFiles(CodeMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public boolean begins(String start) {
        var first = start.lines().findFirst().orElse("");
        var heads = heads(first);
        return heads.contains("instrument") && heads.contains("score");
    }

    static List<String> heads(String first) {
        var text = first.startsWith("\uFEFF") ? first.substring(1) : first;
        return cells(text, separator(text)).stream()
                .map(head -> head.toLowerCase(Locale.ROOT))
                .toList();
    }

    static String separator(String first) {
        return first.contains(";") ? ";" : ",";
    }

    /// The cells of a line, without the quotes that a spreadsheet sets around them. No cell of a score holds a
    /// separator.
    static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1))
                .map(String::strip)
                .map(cell -> cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                        ? cell.substring(1, cell.length() - 1).strip()
                        : cell)
                .toList();
    }

    @Override
    public Contents read(Path file, String source, RejectionSink rejections, IntConsumer percent) throws IOException {
        var reading = new ScoreReading(
                mapping.values(), file.toString(), source, LocalDate.now(clock.withZone(Sweden.TIME)), rejections);
        try (var in = PackedFile.open(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var first = lines.readLine();
            var heads = heads(first == null ? "" : first);
            if (!heads.containsAll(COLUMNS.stream()
                    .filter(column -> source.isEmpty() || !column.equals("source"))
                    .toList())) {
                return contents(reading, Optional.of(Reasons.HEADER));
            }
            var separator = separator(first == null ? "" : first);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                reading.line(line, separator, heads);
            }
            percent.accept(WHOLE);
            return contents(reading, Optional.empty());
        } catch (PackedFile.UnpacksTooFar _) {
            return contents(reading, Optional.of(PackedFile.TOO_FAR));
        } catch (EOFException | ZipException _) {
            return contents(reading, Optional.of(Reasons.UNREADABLE));
        }
    }

    private static Contents contents(ScoreReading reading, Optional<Sentence> trouble) {
        long read = reading.read();
        var nothing = new Sentence("", "");
        return new Contents(
                EventColumns.of(List.of()),
                List.of(),
                reading.scores(),
                reading.seen(),
                read,
                reading.rejected(),
                new Said(new Sentence(read + (read == 1 ? " score" : " scores"), read + " poäng"), nothing),
                trouble,
                () -> {});
    }
}
