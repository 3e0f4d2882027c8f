package se.varjedag.eventlog.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.EventBatch;
import se.varjedag.pathway.event.Shares;

/// Reads a plain file part by part with several threads, and puts the parts together in their order.
final class ParallelReading {
    /// All rows in order.
    ///
    /// @param linesBefore how many lines stand before a part
    record Merged(
            List<EventBatch> batches,
            long rows,
            List<RowReader> readers,
            IntToLongFunction linesBefore,
            boolean utf8) {}

    private record Read(PartReader.Part part, List<RowReader.Objection> objections) {}

    private final Header header;
    private final Judgement judgement;
    private final boolean idsKept;
    private final PartReader.Sizes sizes;
    private final int threads;
    private final RejectionRelay relay;

    private final AtomicLong bytesRead = new AtomicLong();
    private final List<RowReader> readers = new ArrayList<>();
    private final List<EventBatch> batches = new ArrayList<>();
    private volatile boolean guessedWrong;
    private volatile boolean utf8 = true;
    private @Nullable Read[] waiting = new Read[0];
    private long[] linesBefore = new long[0];
    private int joined;
    private long end;
    private long rows;

    ParallelReading(
            Header header,
            Judgement judgement,
            boolean idsKept,
            PartReader.Sizes sizes,
            int threads,
            RejectionRelay relay) {
        this.header = header;
        this.judgement = judgement;
        this.idsKept = idsKept;
        this.sizes = sizes;
        this.threads = threads;
        this.relay = relay;
    }

    /// Whether nothing was met that is not UTF-8.
    boolean utf8() {
        return utf8;
    }

    /// All rows; empty where a guess was wrong or the file is not UTF-8, so that it has to be read in one go.
    Optional<Merged> read(FileChannel file, long size, LongConsumer progress) throws IOException {
        int parts = Math.toIntExact((size - header.end() + sizes.part() - 1) / sizes.part());
        waiting = new Read[parts];
        linesBefore = new long[parts + 1];
        linesBefore[0] = header.lines();
        end = header.end();
        try {
            Shares.each(threads, share -> readParts(file, size, share, parts, progress));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return guessedWrong || !utf8
                ? Optional.empty()
                : Optional.of(new Merged(batches, rows, readers, part -> linesBefore[part], true));
    }

    /// Every share reads parts at equal distances, so that the same file gives the same lists each time.
    private void readParts(FileChannel file, long size, int share, int parts, LongConsumer progress) {
        var reader = new PartReader(header, judgement, idsKept, sizes);
        for (int i = share; i < parts && !guessedWrong && utf8; i += threads) {
            long from = header.end() + (long) i * sizes.part();
            long limit = Math.min(size, from + sizes.part());
            // Unless it is the first, a part looks one byte back: a line may have ended right before it.
            long start = i == 0 ? from : from - 1;
            var objections = new ArrayList<RowReader.Objection>();
            try {
                var source = ByteSource.of(file, start, limit);
                var part = reader.read(
                        source, i, start, limit, i == 0, limit - start, (heard, _) -> objections.addAll(heard));
                utf8 &= part.utf8();
                join(i, new Read(part, objections));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            progress.accept(bytesRead.addAndGet(limit - start));
        }
        synchronized (this) {
            readers.addAll(reader.readers());
        }
    }

    /// Joins a part to those before it, as soon as they are there.
    private synchronized void join(int number, Read read) {
        waiting[number] = read;
        while (joined < waiting.length && !guessedWrong && utf8) {
            var next = waiting[joined];
            if (next == null) {
                return;
            }
            waiting[joined] = null;
            var part = next.part();
            if (part.first() != end) {
                guessedWrong = true;
                return;
            }
            relay.tell(next.objections(), linesBefore[joined]);
            batches.addAll(part.batches());
            rows += part.rows();
            end = part.end();
            joined++;
            linesBefore[joined] = linesBefore[joined - 1] + part.lines();
        }
    }
}
