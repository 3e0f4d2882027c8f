package se.varjedag.app.intake.fhir;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;
import se.varjedag.app.intake.FileKind;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;
import se.varjedag.eventlog.PackedFile;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventColumns;

/// Files of FHIR R4 as JSON: a Bundle, a single resource, or a resource on each line.
@Component
class FhirFiles implements FileKind {
    private static final int START = 1 << 16;
    private static final int WHOLE = 100;

    private final CodeMapping mapping;
    private final Units units;
    private final Clock clock = Clock.systemUTC();

    FhirFiles(CodeMapping mapping, Units units) {
        this.mapping = mapping;
        this.units = units;
    }

    @Override
    public boolean begins(String start) {
        var text = start.startsWith("\uFEFF") ? start.substring(1).strip() : start.strip();
        return text.startsWith("{") || text.startsWith("[{") || text.startsWith("[\n");
    }

    @Override
    public Contents read(Path file, String source, RejectionSink rejections, IntConsumer percent) throws IOException {
        var today = LocalDate.now(clock.withZone(Sweden.TIME));
        var reading = new FhirReading(mapping, units, rejections, file, source, today);
        try {
            var size = Math.max(1, Files.size(file));
            var start = start(file);
            try (var in = PackedFile.open(file)) {
                new Entries(new Telling(reading, () -> percent.accept((int) (in.fileBytes() * WHOLE / size))))
                        .read(in, Entries.lineByLine(start));
            }
            var events = reading.events();
            return contents(reading, events, Optional.empty());
        } catch (NotUsable e) {
            return contents(reading, EventColumns.of(List.of()), Optional.of(e.why()));
        } catch (PackedFile.UnpacksTooFar _) {
            return contents(reading, EventColumns.of(List.of()), Optional.of(PackedFile.TOO_FAR));
        } catch (EOFException | ZipException _) {
            return contents(reading, EventColumns.of(List.of()), Optional.of(Reasons.UNREADABLE));
        } catch (IOException | RuntimeException | Error e) {
            reading.close();
            throw e;
        }
    }

    /// Tells how far the reading has come, now and then.
    private record Telling(Entries.Listener listener, Runnable progress) implements Entries.Listener {
        private static final int EVERY = 256;

        @Override
        public void entry(Entry entry) {
            listener.entry(entry);
            if (entry.place() % EVERY == 0) {
                progress.run();
            }
        }

        @Override
        public void broken(long line, boolean tooLarge) {
            listener.broken(line, tooLarge);
        }
    }

    private static String start(Path file) throws IOException {
        try (var in = PackedFile.open(file)) {
            return new String(in.readNBytes(START), StandardCharsets.UTF_8);
        }
    }

    private static Contents contents(FhirReading reading, EventColumns events, Optional<Sentence> trouble) {
        var counted = reading.counted();
        return new Contents(
                events,
                reading.takenBack(),
                reading.values(),
                reading.seen(),
                counted.read,
                counted.rejected,
                new Said(Words.read(counted.read), Words.remainder(counted.withoutCode, counted.laterInCourse)),
                trouble,
                reading::close);
    }
}
