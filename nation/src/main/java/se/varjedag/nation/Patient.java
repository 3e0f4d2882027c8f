package se.varjedag.nation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person's run through one pathway, while it lasts.
final class Patient {
    /// The end of those who die before it.
    static final int DIED = 0;

    final Person person;
    final int pathway;
    final int start;
    final Chance chance;
    final boolean told;
    final int outcome;
    final Step[] route;
    int at;
    int phase;
    int region;
    int hospital;
    /// How soon, against the backlog, this patient's turn should come.
    double priority;
    Service queue = Service.VISIT;
    int refs;
    String ref = "";
    /// Where the treatment is given.
    int transferTo;
    /// Investigated further than most, which some definitions give more days.
    boolean extended;
    boolean closed;
    boolean followed;
    /// Chance of what is written down, apart from that of what happens.
    final Chance records;
    /// Rows from before the first year, told only if the pathway is still open then.
    @Nullable
    List<Registration> held = new ArrayList<>(0);

    Patient(Person person, int pathway, int start, Chance chance, boolean told, int outcome, Step[] route) {
        this.person = person;
        this.pathway = pathway;
        this.start = start;
        this.chance = chance;
        this.told = told;
        this.outcome = outcome;
        this.route = route;
        this.region = person.home;
        this.transferTo = person.home;
        this.records = new Chance(Chance.key(person.number, pathway, start, 3));
    }

    Step step() {
        return route[at];
    }
}
