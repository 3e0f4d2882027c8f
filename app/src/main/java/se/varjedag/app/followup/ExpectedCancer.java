package se.varjedag.app.followup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Home;
import se.varjedag.pathway.measure.ExpectedCases;

/// The expected cancer cases that inclusion is measured against: from `expected.csv` in the home folder, or as a
/// simulation gives them.
@Component
public class ExpectedCancer {
    private volatile @Nullable ExpectedCases cases;
    private final Home home;

    ExpectedCancer(Home home) {
        this.home = home;
    }

    /// The expected cases, if anybody gave them.
    public Optional<ExpectedCases> cases() {
        return Optional.ofNullable(cases);
    }

    /// Takes the expected cases of a simulation.
    public void use(ExpectedCases simulated) {
        cases = simulated;
    }

    Home home() {
        return home;
    }
}
