package se.varjedag.nation;

import java.util.ArrayList;

/// One person's run through one pathway, while it lasts.
final class Patient extends Attended {
    /// The end of those who die before it.
    static final int DIED = 0;

    final int pathway;
    final int start;
    final Chance chance;
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

    Patient(Person person, int pathway, int start, Chance chance, boolean told, int outcome, Step[] route) {
        super(person, told, new Chance(Chance.key(person.number, pathway, start, 3)));
        this.held = new ArrayList<>(0);
        this.pathway = pathway;
        this.start = start;
        this.chance = chance;
        this.outcome = outcome;
        this.route = route;
        this.region = person.home;
        this.transferTo = person.home;
    }

    Step step() {
        return route[at];
    }
}
