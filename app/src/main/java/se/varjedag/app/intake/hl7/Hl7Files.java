package se.varjedag.app.intake.hl7;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.zip.ZipException;
import org.springframework.stereotype.Component;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.intake.FileKind;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.TakenBack;
import se.varjedag.eventlog.PackedFile;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventColumns;

/// Files of HL7 messages with bars and hats, one after the other. No more than one message is in memory.
@Component
class Hl7Files implements FileKind {
    private static final int LARGEST = 16 << 20;
    private static final int WHOLE = 100;

    private final CodeMapping mapping;
    private final Units units;
    private final Clock clock = Clock.systemUTC();

    Hl7Files(CodeMapping mapping, Units units) {
        this.mapping = mapping;
        this.units = units;
    }

    @Override
    public boolean begins(String start) {
        var text = start.startsWith("\uFEFF") ? start.substring(1) : start;
        var first = text.replace('\u000B', ' ').strip();
        return first.startsWith("MSH") || first.startsWith("FHS") || first.startsWith("BHS");
    }

    @Override
    public Contents read(Path file, String source, RejectionSink rejections, IntConsumer percent) throws IOException {
        var today = LocalDate.now(clock.withZone(Sweden.TIME));
        var reading = new Reading(new Received.Reader(mapping, units, source, today), file.toString(), rejections);
        try (var in = PackedFile.open(file)) {
            var size = Math.max(1, Files.size(file));
            cut(in, reading, () -> percent.accept((int) (in.fileBytes() * WHOLE / size)));
            return reading.contents(reading.read == 0 ? Optional.of(Reasons.NOTHING) : Optional.empty());
        } catch (PackedFile.UnpacksTooFar _) {
            return reading.contents(Optional.of(PackedFile.TOO_FAR));
        } catch (EOFException | ZipException _) {
            return reading.contents(Optional.of(Reasons.NOTHING));
        }
    }

    /// Cuts the file where a line begins a new message; the segments around a batch belong to none.
    private static void cut(PackedFile in, Reading reading, Runnable progress) throws IOException {
        var message = new ByteArrayOutputStream();
        var line = new ByteArrayOutputStream();
        var buffer = new byte[1 << 16];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            for (int i = 0; i < got; i++) {
                var b = buffer[i];
                if (b == '\r' || b == '\n') {
                    take(line, message, reading);
                } else if (b != 0x0B && b != 0x1C && line.size() + message.size() <= LARGEST) {
                    line.write(b);
                }
            }
            progress.run();
        }
        take(line, message, reading);
        reading.message(message.toByteArray());
    }

    private static void take(ByteArrayOutputStream line, ByteArrayOutputStream message, Reading reading) {
        if (line.size() == 0) {
            return;
        }
        var bytes = line.toByteArray();
        line.reset();
        var name = new String(bytes, 0, Math.min(3, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        switch (name) {
            case "FHS", "BHS", "BTS", "FTS" -> {
                reading.message(message.toByteArray());
                message.reset();
            }
            default -> {
                if (name.equals("MSH")) {
                    reading.message(message.toByteArray());
                    message.reset();
                }
                message.writeBytes(bytes);
                message.write('\r');
            }
        }
    }

    /// What has come out of the file so far.
    private static final class Reading {
        private final Received.Reader reader;
        private final String file;
        private final RejectionSink rejections;
        private final EventColumns.Builder events = EventColumns.builder();
        private final List<TakenBack> takenBack = new ArrayList<>();
        private final Map<String, SeenPerson> persons = new HashMap<>();
        private long read;
        private long rejected;
        private long withoutCode;

        Reading(Received.Reader reader, String file, RejectionSink rejections) {
            this.reader = reader;
            this.file = file;
            this.rejections = rejections;
        }

        void message(byte[] bytes) {
            if (bytes.length == 0) {
                return;
            }
            read++;
            try {
                if (bytes.length > LARGEST) {
                    throw NotTaken.error("MSH", Reasons.TOO_LARGE);
                }
                var received = reader.of(bytes);
                received.events().forEach(events::add);
                received.takenBack()
                        .forEach(one ->
                                takenBack.add(new TakenBack(one.source(), one.id(), one.registered(), events.size())));
                withoutCode +=
                        received.events().isEmpty() && received.takenBack().isEmpty() ? 1 : 0;
                if (!received.events().isEmpty()) {
                    received.person()
                            .ifPresent(person -> persons.put(person.number().digits(), person));
                }
            } catch (NotTaken e) {
                rejected++;
                rejections.reject(new Rejection(file, read, e.place(), "", e.why()));
            }
        }

        Contents contents(Optional<Sentence> trouble) {
            return new Contents(
                    trouble.isPresent() ? EventColumns.of(List.of()) : events.build(),
                    takenBack,
                    List.of(),
                    persons.values(),
                    read,
                    rejected,
                    new Said(
                            new Sentence(
                                    read + (read == 1 ? " message" : " messages"),
                                    read + (read == 1 ? " meddelande" : " meddelanden")),
                            withoutCode == 0
                                    ? new Sentence("", "")
                                    : new Sentence(
                                            " %d carried no code in the mapping.".formatted(withoutCode),
                                            " %d bar ingen kod i mappningen.".formatted(withoutCode))),
                    trouble,
                    () -> {});
        }
    }
}
