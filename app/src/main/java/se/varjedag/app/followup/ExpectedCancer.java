package se.varjedag.app.followup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.expected.ExpectedFile;
import se.varjedag.pathway.measure.ExpectedCases;

/// The expected cancer cases that inclusion is measured against: from `expected.csv` (`svf,home_region,year,cases`)
/// in the home folder, or as a simulation gives them.
@Component
public class ExpectedCancer {
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

    private static ExpectedCases read(Path file) {
        var rejections = new ArrayList<Rejection>();
        try {
            var rows = ExpectedFile.read(file, rejections::add);
            if (!rejections.isEmpty()) {
                var first = rejections.getFirst();
                throw new CannotStart("%s cannot be used. Line %d, %s: %s"
                        .formatted(file, first.line(), first.column(), first.reason()));
            }
            return ExpectedCases.of(rows);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }
}
