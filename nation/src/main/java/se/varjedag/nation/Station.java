package se.varjedag.nation;

import java.util.ArrayList;
import java.util.List;

/// One queue and the hands that work it off: a laboratory, a camera, a clinic's visits, a theatre.
///
/// A week's hours follow what usually comes in, the season, and the backlog: a service adds hours when the backlog
/// is longer than it lives with, and lends them out when it is shorter, both within bounds. So a summer or a
/// shortage leaves a backlog that takes months to work off, as in life. Who waits is taken by turn: the day of
/// arrival, sooner for the urgent, later for those who can wait.
final class Station {
    private static final double MOST_HOURS = 1.22;
    private static final double FEWEST_HOURS = 0.7;
    private static final double MOST_HOURS_AT_FIRST = 2.5;
    private static final double FEWEST_HOURS_AT_FIRST = 0.1;
    /// Patients a day that even a small service can always squeeze in.
    private static final double ALWAYS_ROOM_FOR = 0.12;
    private static final double EAGERNESS = 0.6;
    private static final int WEEKS_REMEMBERED = 10;
    private static final int WEEKS_REMEMBERED_AT_FIRST = 4;
    private static final int WEEKS_OF_THE_YEAR = 52;

    final Service service;
    final int region;
    /// Days of backlog it lives with, in an average region.
    final double backlogDays;
    final double planningDays;
    private final Turns queue = new Turns();
    private final List<Patient> served = new ArrayList<>();
    private double daily;
    private double perWorkingDay;
    private double credit;
    private int cameThisWeek;
    private int weeks;
    private long arrived;
    private double tolerated;
    private double patience = 1;
    private double hands = 1;
    private double hours = 1;
    private double dailyOfTheYear;

    Station(Service service, int region, double backlogDays, double planningDays) {
        this.service = service;
        this.region = region;
        this.backlogDays = backlogDays;
        this.planningDays = planningDays;
        this.tolerated = backlogDays;
    }

    /// Plans the coming week's hours.
    ///
    /// @param patience the region's backlog against an average region's
    /// @param hands the hands at work this week against an ordinary one
    /// @param usual how many come this week against an ordinary one
    /// @param filling whether the simulated world is still filling up
    void plan(double patience, double hands, double usual, boolean filling) {
        this.patience = patience;
        this.hands = hands;
        tolerated = backlogDays * patience;
        if (cameThisWeek > 0 || weeks > 0) {
            weeks++;
            double share = 1.0 / Math.min(weeks, filling ? WEEKS_REMEMBERED_AT_FIRST : WEEKS_REMEMBERED);
            daily += share * (cameThisWeek / 7.0 / usual - daily);
            dailyOfTheYear += (daily - dailyOfTheYear) / Math.min(weeks, WEEKS_OF_THE_YEAR);
        }
        cameThisWeek = 0;
        double backlog = daily > 0 ? queue.size() / daily : 0;
        double wanted = 1 + EAGERNESS * (backlog - tolerated) / Math.max(tolerated, 3);
        double most = MOST_HOURS + ALWAYS_ROOM_FOR / Math.max(daily, 0.01);
        hours = filling
                ? Math.clamp(wanted, FEWEST_HOURS_AT_FIRST, Math.max(most, MOST_HOURS_AT_FIRST))
                : Math.clamp(wanted, FEWEST_HOURS, most);
        perWorkingDay = daily * 7 / 5 * hands * hours;
    }

    /// The work done for the pathways this week against what came on the average of the year: above 1 when more come or
    /// a backlog is worked off.
    double load() {
        return dailyOfTheYear > 0 ? daily * hours / dailyOfTheYear : 1;
    }

    /// The hands at work this week against an ordinary one.
    double hands() {
        return hands;
    }

    /// The region's backlog against an average region's.
    double patience() {
        return patience;
    }

    /// Days from the wish to the earliest booking.
    int planning(Patient patient) {
        if (patient.priority < -1) {
            return 0;
        }
        return (int) (planningDays * patience * 2 * patient.chance.unit() + 0.5);
    }

    void join(Patient patient, int day) {
        cameThisWeek++;
        long turn = Math.round((day + patient.priority * Math.max(tolerated, 1)) * 16) + (1L << 24);
        queue.add((turn << 32) | (arrived++ & 0xFFFFFFFFL), patient);
    }

    /// Those whose turn it is on a working day.
    List<Patient> serve() {
        served.clear();
        credit += perWorkingDay;
        while (credit >= 1 && !queue.isEmpty()) {
            served.add(queue.removeFirst());
            credit--;
        }
        if (queue.isEmpty()) {
            credit = Math.min(credit, 1);
        }
        return served;
    }

    int waiting() {
        return queue.size();
    }
}
