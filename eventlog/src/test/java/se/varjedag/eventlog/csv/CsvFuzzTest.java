package se.varjedag.eventlog.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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

    private static List<String> places(Reading reading) {
        return reading.rejections().stream()
                .map(rejection -> rejection.line() + " " + rejection.column())
                .toList();
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    @FuzzTest(maxDuration = "60s")
    void no_bytes_whatsoever_break_the_reader_and_both_ways_of_reading_agree(byte[] bytes) throws IOException {
        var path = Files.createTempFile("fuzz", ".csv");
        try {
            Files.write(path, bytes);
            var whole = read(path, PartReader.Sizes.USUAL, 1);
            var inParts = read(path, new PartReader.Sizes(32, 40, 1 << 24), 2);

            assertThat(inParts.outcome().report()).isEqualTo(whole.outcome().report());
            if (utf8(bytes)) {
                assertThat(inParts.rejections()).isEqualTo(whole.rejections());
            } else {
                // Parts may show a value as UTF-8 before another tells that the file is Windows-1252.
                assertThat(places(inParts)).isEqualTo(places(whole));
            }
            assertThat(CsvEventFileLawTest.events(inParts.outcome()))
                    .isEqualTo(CsvEventFileLawTest.events(whole.outcome()));
        } finally {
            Files.delete(path);
        }
    }
}
