package se.varjedag.pathway.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Course;
import se.varjedag.pathway.trace.TracedPathways;

/// One unit's queue for one kind of work, replayed with more capacity.
///
/// The model is deterministic. Everything that the unit has done, for patients in a pathway or not, is a job: it
/// arrived on the day of its first point and was done on the day of its answer, paired by specimen or referral as
/// answers pair them. A job without a recorded arrival takes its place in the work of its day and never moves. What
/// the unit did on a day is its capacity that day. With x per cent more it can do that, plus x per cent, parts of a
/// job being carried to the next day it works; on days without work it does nothing. Jobs are taken in the order in
/// which they really were done, so priorities stay as they were; a job whose turn has come but which has not
/// arrived, or has not been there for the least time, is passed over until it has.
///
/// The least time is the tenth percentile of the unit's days, or the job's own when that was shorter. So no job is
/// done before it arrived, none sooner than the unit has shown to be possible, and none later than it was. With
/// nothing more everything stays as it was.
///
/// What is assumed: that the unit always had work waiting when it worked, so that its output shows what it can do;
/// that nobody refers more because answers come sooner; that the extra capacity is spread over the days it works.
final class UnitQueue implements Shortening {
    private static final int WHOLE = 100;

    private final TracedPathways traced;
    private final Timelines events;
    private final Work work;
    private final int since;
    private final Map<Integer, Integer> dayByRow = new HashMap<>();
    private long jobsSince;
    private long daysSince;
    private long daysThen;

    private record Job(int row, int arrived, int done) {
        int days() {
            return done - arrived;
        }
    }

    /// @param since the first day with more capacity, as an epoch day
    UnitQueue(TracedPathways traced, Change.MoreCapacity change, int since) {
        this.traced = traced;
        events = traced.timelines();
        work = change.work();
        this.since = since;
        int unit = events.units().indexOf(change.unit());
        var jobs = unit < 0 ? new Job[0] : jobs(unit);
        Arrays.sort(
                jobs,
                Comparator.comparingInt(Job::done)
                        .thenComparingInt(Job::arrived)
                        .thenComparingInt(Job::row));
        replay(jobs, leastDays(jobs), change.percent());
    }

    /// The unit's work in the days with more capacity.
    Effect.Queued queued() {
        double jobs = Math.max(1, jobsSince);
        return new Effect.Queued(jobsSince, daysSince / jobs, daysThen / jobs);
    }

    @Override
    public void shorten(int pathway, Course course) {
        course.day(work.done()).ifPresent(day -> course.sooner(work.done(), earlier(pathway, day)));
    }

    /// How much earlier the first of a patient's points of this work would have come.
    private int earlier(int pathway, int day) {
        int first = day;
        for (int k = traced.pointsFrom(pathway); k < traced.pointsTo(pathway); k++) {
            if (traced.pointKind(k) == work.done() && traced.pointDay(k) >= day) {
                first = Math.min(first, dayByRow.getOrDefault(traced.pointRow(k), traced.pointDay(k)));
            }
        }
        return day - first;
    }

    private Job[] jobs(int unit) {
        int arrival = events.codes().indexOf(work.arrival().key());
        int done = events.codes().indexOf(work.done().key());
        var jobs = new ArrayList<Job>();
        for (int person = 0; person < events.persons(); person++) {
            for (int row = events.from(person); row < events.to(person); row++) {
                if (events.code(row) == done && events.unit(row) == unit && firstOfRef(person, row)) {
                    jobs.add(new Job(row, arrived(person, row, arrival), events.day(row)));
                }
            }
        }
        return jobs.toArray(Job[]::new);
    }

    private boolean firstOfRef(int person, int row) {
        for (int earlier = events.from(person); earlier < row; earlier++) {
            if (events.code(earlier) == events.code(row) && events.ref(earlier) == events.ref(row)) {
                return false;
            }
        }
        return true;
    }

    private int arrived(int person, int done, int arrival) {
        for (int row = events.from(person); row < done; row++) {
            if (events.code(row) == arrival && events.ref(row) == events.ref(done)) {
                return events.day(row);
            }
        }
        return events.day(done);
    }

    private static int leastDays(Job[] jobs) {
        var days = Arrays.stream(jobs).mapToInt(Job::days).sorted().toArray();
        return days.length == 0 ? 0 : days[(days.length - 1) / 10];
    }

    private void replay(Job[] jobs, int least, int percent) {
        var byReady = jobs.clone();
        Arrays.sort(byReady, Comparator.comparingInt(job -> ready(job, least)));
        var order = new HashMap<Integer, Integer>();
        for (int i = 0; i < jobs.length; i++) {
            order.put(jobs[i].row(), i);
        }
        var turn = new PriorityQueue<Job>(Comparator.comparingInt(job -> order.getOrDefault(job.row(), 0)));
        int next = 0;
        int room = 0;
        for (int from = 0; from < jobs.length; ) {
            int day = jobs[from].done();
            int to = from;
            while (to < jobs.length && jobs[to].done() == day) {
                to++;
            }
            while (next < byReady.length && ready(byReady[next], least) <= day) {
                turn.add(byReady[next++]);
            }
            room += (to - from) * (day < since ? WHOLE : WHOLE + percent);
            while (room >= WHOLE && !turn.isEmpty()) {
                room -= WHOLE;
                note(turn.remove(), day);
            }
            room %= WHOLE;
            from = to;
        }
    }

    private void note(Job job, int day) {
        if (job.done() >= since) {
            jobsSince++;
            daysSince += job.days();
            daysThen += day - job.arrived();
        }
        if (day < job.done()) {
            dayByRow.put(job.row(), day);
        }
    }

    private static int ready(Job job, int least) {
        return job.arrived() + Math.min(job.days(), least);
    }
}
