package se.varjedag.app.followup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;
import se.varjedag.pathway.measure.ExpectedCases;

/// The expected cancer cases that inclusion is measured against: from `expected.csv` (`svf,home_region,year,cases`) in
/// the
/// home folder, or as a simulation gives them.
@Component
public class ExpectedCancer {
    private static final List<String> COLUMNS = List.of("svf", "home_region", "year", "cases");

    private volatile @Nullable ExpectedCases cases;

    ExpectedCancer(Home home) {
        var file = home.folder().resolve("expected.csv");
        if (Files.exists(file)) {
            cases = read(file);
        }
    }

    /// The expected cases, if anybody gave them.
    public Optional<ExpectedCases> cases() {
        return Optional.ofNullable(cases);
    }

    /// Takes the expected cases of a simulation.
    public void use(ExpectedCases simulated) {
        cases = simulated;
    }

    static ExpectedCases read(Path file) {
        try {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            var header = lines.isEmpty() ? "" : lines.getFirst().replace("\uFEFF", "");
            var separator = header.contains(";") ? ";" : ",";
            var names = Arrays.asList(header.toLowerCase(Locale.ROOT).split(separator, -1));
            if (!names.containsAll(COLUMNS)) {
                throw new CannotStart(
                        "The first line of %s must name the columns %s.".formatted(file, String.join(",", COLUMNS)));
            }
            var rows = new ArrayList<ExpectedCases.Row>();
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    rows.add(row(file, i + 1, lines.get(i).split(separator, -1), names));
                }
            }
            return ExpectedCases.of(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new CannotStart("%s cannot be used: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static ExpectedCases.Row row(Path file, int line, String[] values, List<String> names) {
        try {
            return new ExpectedCases.Row(
                    values[names.indexOf("svf")].strip(),
                    values[names.indexOf("home_region")].strip(),
                    Integer.parseInt(values[names.indexOf("year")].strip()),
                    Double.parseDouble(values[names.indexOf("cases")].strip()));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new CannotStart(
                    "Line %d of %s cannot be used: write svf,home_region,year,cases, for example lungcancer,01,2023,812."
                            .formatted(line, file),
                    e);
        }
    }
}
