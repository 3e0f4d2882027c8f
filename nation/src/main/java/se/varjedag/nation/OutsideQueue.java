package se.varjedag.nation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Those outside the pathways who wait at a station, and what is left over for them.
///
/// They have hands of their own, as many as usually suffice; but half of what the pathways take beyond their average of
/// the year is taken from these, and half of what they leave is given back. So when more come through the pathways, or
/// a shortage is worked off there, the wait outside grows. The share is assumed.
final class OutsideQueue {
    private static final double TAKEN = 0.5;
    private static final double MOST_TAKEN = 0.2;
    private static final double EAGERNESS = 0.3;
    private static final double FEWEST_HOURS = 0.85;
    private static final double MOST_HOURS = 1.3;
    /// How much earlier the turn of one who is to be taken soon comes, in backlogs.
    private static final double SOON = 0.6;

    final Station station;
    private final double backlogDays;
    private final PriorityQueue<Turn> waiting =
            new PriorityQueue<>(Comparator.comparingDouble(Turn::day).thenComparingLong(Turn::arrived));
    private final List<OutsidePatient> served = new ArrayList<>();
    private double daily;
    private double perWorkingDay;
    private double credit;
    private long arrived;

    private record Turn(double day, long arrived, OutsidePatient patient) {}

    OutsideQueue(Station station, double backlogDays) {
        this.station = station;
        this.backlogDays = backlogDays;
    }

    /// So many more come on an average day.
    void expect(double more) {
        daily += more;
    }

    /// Plans the week as its station has been planned.
    void plan() {
        double tolerated = backlogDays * station.patience();
        double backlog = daily > 0 ? waiting.size() / daily : 0;
        double wanted = 1 + EAGERNESS * (backlog - tolerated) / tolerated;
        double taken = Math.clamp(TAKEN * (station.load() - 1), -MOST_TAKEN, MOST_TAKEN);
        double hours = Math.clamp(wanted, FEWEST_HOURS, MOST_HOURS) - taken;
        perWorkingDay = daily * 7 / 5 * station.hands() * hours;
    }

    void join(OutsidePatient patient, int day) {
        double sooner = patient.soon ? SOON * backlogDays * station.patience() : 0;
        waiting.add(new Turn(day - sooner, arrived++, patient));
    }

    /// Those whose turn it is on a working day.
    List<OutsidePatient> serve() {
        served.clear();
        credit += perWorkingDay;
        while (credit >= 1 && !waiting.isEmpty()) {
            served.add(waiting.remove().patient());
            credit--;
        }
        if (waiting.isEmpty()) {
            credit = Math.min(credit, 1);
        }
        return served;
    }

    int waiting() {
        return waiting.size();
    }
}
