package se.varjedag.app.results;

import java.io.Serial;
import java.util.List;

/// An issue is not published where another of its healthcare region that was published tells of one of its months:
/// nobody is told of twice, and no edition can be subtracted from another.
public final class Overlapping extends Issues.NotNow {
    @Serial
    private static final long serialVersionUID = 1;

    private Overlapping(Issue issue, Issue other) {
        super("%s overlaps %s, which is published".formatted(issue.id(), other.id()));
    }

    /// @throws Overlapping where one of them stands in the way
    static void refuse(Issue issue, List<Issue> all) {
        for (var other : all) {
            if (other.step() == Step.PUBLISHED
                    && other.healthcareRegion().equals(issue.healthcareRegion())
                    && !other.span().from().isAfter(issue.span().to())
                    && !issue.span().from().isAfter(other.span().to())) {
                throw new Overlapping(issue, other);
            }
        }
    }
}
