package se.varjedag.eventlog.xes;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import se.varjedag.eventlog.discover.CaseLog;
import se.varjedag.eventlog.discover.LogSummary;
import se.varjedag.eventlog.discover.UnusableLog;

/// Whatever the bytes: a log with events, or a sentence. In a normal build the kept inputs are run again; with
/// `JAZZER_FUZZ=1` new ones are sought.
class XesFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void any_bytes_give_a_log_with_events_or_a_sentence(byte[] bytes) throws IOException {
        var log = CaseLog.builder();
        var refused = new AtomicInteger();
        try {
            new XesLog(null, _ -> refused.incrementAndGet()).read("fuzz.xes", new ByteArrayInputStream(bytes), log);
        } catch (UnusableLog unusable) {
            if (unusable.sentence().swedish().isBlank()) {
                throw new AssertionError("A refusal without a sentence", unusable);
            }
            return;
        }
        if (LogSummary.of(log.build()).events() < 1) {
            throw new AssertionError("A log without events was taken for a success");
        }
    }
}
