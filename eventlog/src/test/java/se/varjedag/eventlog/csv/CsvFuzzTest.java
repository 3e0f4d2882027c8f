package se.varjedag.eventlog.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.eventlog.Rejection;

class CsvFuzzTest {
    private record Reading(CsvEventFile.Outcome outcome, List<Rejection> rejections) {}

    private static Reading read(Path path, PartReader.Sizes sizes, int threads) {
        var rejections = new ArrayList<Rejection>();
        var outcome = new CsvEventFile(path, CsvEventFileTest.JUDGEMENT, true, sizes, threads, (_, _, _) -> {})
                .read(rejections::add);
        return new Reading(outcome, rejections);
    }

    @FuzzTest(maxDuration = "60s")
    void no_bytes_whatsoever_break_the_reader_and_both_ways_of_reading_agree(byte[] bytes) throws IOException {
        var path = Files.createTempFile("fuzz", ".csv");
        try {
            Files.write(path, bytes);
            var whole = read(path, PartReader.Sizes.USUAL, 1);
            var inParts = read(path, new PartReader.Sizes(32, 40, 1 << 24), 2);

            assertThat(inParts.outcome().report()).isEqualTo(whole.outcome().report());
            assertThat(inParts.rejections()).isEqualTo(whole.rejections());
            assertThat(CsvEventFileLawTest.events(inParts.outcome()))
                    .isEqualTo(CsvEventFileLawTest.events(whole.outcome()));
        } finally {
            Files.delete(path);
        }
    }
}
