package se.varjedag.eventlog.csv;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import se.varjedag.eventlog.FileReport;
import se.varjedag.eventlog.PackedFile;
import se.varjedag.eventlog.ReadingProgress;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventColumns;

/// One event file as CSV, plain or gzipped.
///
/// The text is taken for UTF-8. As soon as a byte shows that it is not, the file is read again from the start as
/// Windows-1252: the decision holds for the whole file. A plain file is read in parts by several threads, each guessing
/// that a row begins after the first line end in its part. A guess is right if the part before ended its last row just
/// there; where a quoted line end made one wrong, the file is read again in one go.
public final class CsvEventFile {
    /// What a file gave: its events, and the report.
    public record Outcome(EventColumns events, FileReport report) {}

    private final Path file;
    private final Judgement judgement;
    private final boolean idsKept;
    private final PartReader.Sizes sizes;
    private final int threads;
    private final ReadingProgress progress;

    CsvEventFile(
            Path file,
            Judgement judgement,
            boolean idsKept,
            PartReader.Sizes sizes,
            int threads,
            ReadingProgress progress) {
        this.file = file;
        this.judgement = judgement;
        this.idsKept = idsKept;
        this.sizes = sizes;
        this.threads = threads;
        this.progress = progress;
    }

    /// A file to read.
    ///
    /// @param wellFormed which codes are well formed
    /// @param prefix which pathway prefixes a definition claims; a national one is well formed in any case
    /// @param today the day in Stockholm
    /// @param idsKept whether the texts of source and id are kept
    public static CsvEventFile of(
            Path file,
            Predicate<String> wellFormed,
            Predicate<String> prefix,
            LocalDate today,
            boolean idsKept,
            ReadingProgress progress) {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
        var judgement = new Judgement(wellFormed, text -> Judgement.nationalPrefix(text) || prefix.test(text), today);
        return new CsvEventFile(file, judgement, idsKept, PartReader.Sizes.USUAL, threads, progress);
    }

    /// Reads the file; tells of every row that cannot be used, in the order of lines.
    public Outcome read(RejectionSink rejections) {
        try {
            return readAny(rejections);
        } catch (PackedFile.UnpacksTooFar _) {
            return refused(PackedFile.TOO_FAR);
        } catch (EOFException | ZipException _) {
            return refused(Reasons.TRUNCATED_GZIP);
        } catch (IOException _) {
            return refused(Reasons.UNREADABLE_FILE);
        }
    }

    private Outcome refused(Sentence why) {
        var none = EventColumns.ofBatches(List.of());
        return new Outcome(none, new FileReport(file, 0, 0, List.of(), Optional.of(why)));
    }

    private Outcome readAny(RejectionSink rejections) throws IOException {
        long size = Files.size(file);
        byte[] start = new byte[1 << 16];
        boolean gzipped;
        int length;
        try (var in = Files.newInputStream(file)) {
            length = in.readNBytes(start, 0, start.length - RowScanner.SLACK);
            gzipped = length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
        }
        if (gzipped) {
            try (var in = PackedFile.open(file, true)) {
                length = in.readNBytes(start, 0, start.length - RowScanner.SLACK);
            }
        }
        var strange = Strange.look(start, length);
        if (strange.isPresent()) {
            return refused(strange.get());
        }
        int from = length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF ? 3 : 0;
        Arrays.fill(start, length, start.length, (byte) 0);
        start[length] = '\n';
        boolean whole = length < start.length - RowScanner.SLACK;
        return switch (Header.read(start, from, length, whole)) {
            case Header.Outcome.Refused(var why) -> refused(why);
            case Header.Outcome.Understood(var header) -> {
                boolean utf8 = Utf8.isValid(start, from, header.end());
                yield readRows(header, gzipped, utf8, size, rejections);
            }
        };
    }

    private Outcome readRows(Header header, boolean gzipped, boolean utf8, long size, RejectionSink rejections)
            throws IOException {
        var relay = new RejectionRelay(file.toString(), rejections);
        if (utf8) {
            boolean parts = !gzipped && threads > 1 && size > 2L * sizes.part();
            if (parts) {
                var reading = new ParallelReading(header, judgement, idsKept, sizes, threads, relay);
                try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    var merged = reading.read(channel, size, bytes -> progress.read(file, bytes, size));
                    if (merged.isPresent()) {
                        return outcome(merged.get(), relay);
                    }
                }
                utf8 = reading.utf8();
            }
            if (utf8) {
                relay.again();
                var merged = readInOneGo(header, gzipped, false, size, relay);
                if (merged.utf8()) {
                    return outcome(merged, relay);
                }
            }
        }
        relay.again();
        return outcome(readInOneGo(header, gzipped, true, size, relay), relay);
    }

    private ParallelReading.Merged readInOneGo(
            Header header, boolean gzipped, boolean windows1252, long size, RejectionRelay relay) throws IOException {
        var reader = new PartReader(header, judgement, idsKept, sizes);
        try (var in = PackedFile.open(file, gzipped)) {
            in.skipNBytes(header.end());
            var bytes = ByteSource.of(in);
            var source = windows1252 ? ByteSource.fromWindows1252(bytes) : bytes;
            long first = header.end();
            var part = reader.read(source, 0, first, Long.MAX_VALUE, true, size - first, (objections, _) -> {
                relay.tell(objections, header.lines());
                progress.read(file, in.fileBytes(), size);
            });
            return new ParallelReading.Merged(
                    part.batches(), part.rows(), reader.readers(), _ -> header.lines(), part.utf8());
        }
    }

    private Outcome outcome(ParallelReading.Merged merged, RejectionRelay relay) {
        var warning = PersonNames.settle(merged.readers(), judgement.today(), (reader, number) -> {
            long met = reader.persons().firstLine(number);
            return merged.linesBefore().applyAsLong((int) (met >>> 40)) + (met & (1L << 40) - 1);
        });
        var events = EventColumns.ofBatches(merged.batches());
        var warnings = new ArrayList<Sentence>();
        warning.ifPresent(warnings::add);
        relay.done();
        return new Outcome(events, new FileReport(file, merged.rows(), events.size(), warnings, Optional.empty()));
    }
}
