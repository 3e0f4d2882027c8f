package se.varjedag.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the benchmark was asked to do.
///
/// @param part what is measured
/// @param millions the sizes of the files, in million events
record Asked(boolean help, Part part, int runs, List<Integer> millions, Path folder, int pathways) {

    /// What can be measured.
    enum Part {
        FOLLOW(5),
        ANSWERS(5),
        PAGES(30),
        FHIR(3);

        private final int runs;

        Part(int runs) {
            this.runs = runs;
        }

        private boolean knows(String option) {
            return option.equals("--runs")
                    || switch (this) {
                        case FOLLOW -> option.equals("--events") || option.equals("--folder");
                        case ANSWERS -> option.equals("--pathways");
                        case PAGES, FHIR -> option.equals("--folder");
                    };
        }
    }

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

                   ./varjedag benchmark pages [options]
              pages over HTTP at the scale of the demo; writes docs/benchmark-pages.md
                --runs N          selections of every page (30)
                --folder DIR      where the home of the server is made and kept (benchmark/target/data)

                   ./varjedag benchmark fhir [options]
              bulk files of FHIR resources into a running server; writes docs/benchmark-fhir.md
                --runs N          files of each size that count (3)
                --folder DIR      where the files and the home of the server are made (benchmark/target/data)

              --help              this text
            """;

    /// What these words ask for.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when a word cannot be understood
    static Asked of(List<String> words, Path folder) {
        if (words.contains("--help") || words.contains("-h")) {
            return new Asked(true, Part.FOLLOW, 0, List.of(), folder, 0);
        }
        var part = words.isEmpty() ? Part.FOLLOW : part(words.getFirst());
        var asked = new Asked(false, part, part.runs, List.of(1, 3, 10), folder, 2_500_000);
        for (int i = part == Part.FOLLOW ? 0 : 1; i < words.size(); i += 2) {
            var option = words.get(i);
            if (!part.knows(option)) {
                throw new IllegalArgumentException("There is no option '%s' here.".formatted(option));
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException("%s needs a value.".formatted(option));
            }
            asked = asked.with(option, words.get(i + 1));
        }
        return asked;
    }

    private static Part part(String word) {
        return switch (word) {
            case "answers" -> Part.ANSWERS;
            case "pages" -> Part.PAGES;
            case "fhir" -> Part.FHIR;
            default -> Part.FOLLOW;
        };
    }

    private Asked with(String option, String value) {
        return switch (option) {
            case "--runs" -> new Asked(help, part, number(option, value), millions, folder, pathways);
            case "--pathways" -> new Asked(help, part, runs, millions, folder, number(option, value));
            case "--folder" -> new Asked(help, part, runs, millions, Path.of(value), pathways);
            default -> {
                var sizes = Arrays.stream(value.split(",", -1))
                        .map(size -> number(option, size))
                        .toList();
                yield new Asked(help, part, runs, sizes, folder, pathways);
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
