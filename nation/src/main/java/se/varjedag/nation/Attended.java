package se.varjedag.nation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody whom events tell of.
abstract class Attended {
    final Person person;
    /// Whether the file holds this person.
    final boolean told;
    /// Chance of what is written down, apart from that of what happens.
    final Chance records;
    /// Rows from before the first year, told only if the pathway is still open then; none when rows are told at once.
    @Nullable
    List<Registration> held;

    Attended(Person person, boolean told, Chance records) {
        this.person = person;
        this.told = told;
        this.records = records;
    }
}
