package se.varjedag.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the benchmark was asked to do.
///
/// @param answers whether answers in memory are measured, not `follow` over files
/// @param millions the sizes of the files, in million events
record Asked(boolean help, boolean answers, int runs, List<Integer> millions, Path folder, int pathways) {

    static final String USAGE = """
            Usage: ./varjedag benchmark [options]
              follow over event files, beside DuckDB; writes docs/benchmark.md
                --events 1,3,10   sizes of the files, in million events
                --runs N          runs of each that count (5)
                --folder DIR      where the files are made and kept (benchmark/target/data)

                   ./varjedag benchmark answers [options]
              questions over pathways in memory, beside DuckDB; writes docs/benchmark-answers.md
                --pathways N      at least so many pathways (2500000)
                --runs N          runs of every question that count (5)

              --help              this text
            """;

    /// What these words ask for.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when a word cannot be understood
    static Asked of(List<String> words, Path folder) {
        if (words.contains("--help") || words.contains("-h")) {
            return new Asked(true, false, 0, List.of(), folder, 0);
        }
        boolean answers = !words.isEmpty() && words.getFirst().equals("answers");
        var asked = new Asked(false, answers, 5, List.of(1, 3, 10), folder, 2_500_000);
        for (int i = answers ? 1 : 0; i < words.size(); i += 2) {
            var option = words.get(i);
            if (!asked.knows(option)) {
                throw new IllegalArgumentException("There is no option '%s' here.".formatted(option));
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException("%s needs a value.".formatted(option));
            }
            asked = asked.with(option, words.get(i + 1));
        }
        return asked;
    }

    private boolean knows(String option) {
        return (answers ? List.of("--runs", "--pathways") : List.of("--runs", "--events", "--folder")).contains(option);
    }

    private Asked with(String option, String value) {
        return switch (option) {
            case "--runs" -> new Asked(help, answers, number(option, value), millions, folder, pathways);
            case "--pathways" -> new Asked(help, answers, runs, millions, folder, number(option, value));
            case "--folder" -> new Asked(help, answers, runs, millions, Path.of(value), pathways);
            default -> {
                var sizes = Arrays.stream(value.split(",", -1))
                        .map(size -> number(option, size))
                        .toList();
                yield new Asked(help, answers, runs, sizes, folder, pathways);
            }
        };
    }

    private static int number(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number below one.
        }
        throw new IllegalArgumentException("Write %s as a whole number from 1 up, not '%s'.".formatted(option, value));
    }
}
