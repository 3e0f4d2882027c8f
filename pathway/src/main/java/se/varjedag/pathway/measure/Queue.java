package se.varjedag.pathway.measure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The queue of a step: who came into it week by week, who left it, and how long those have waited who stand
/// in it now.
///
/// Someone stands in the queue from the day the question's first point is reached until the day the last one
/// is ([WaitReader]), a later point of care is reached without it, or the pathway ends. Between two laboratory or
/// two imaging points there is one place for each specimen or referral, and only its answer or the pathway's
/// end takes it away. Pathways that ended because the criteria were not met stood in the queue as long as
/// they lasted, so that the past is not made shorter by what is known today. The stale are left out: nobody
/// knows whether they wait.
///
/// A place belongs to the group that the step ended in; while someone waits, to that which has the patient. A
/// question's period and way of counting are not used.
///
/// @param weeks the last full weeks, the earliest first
/// @param waiting how many days those in the queue have waited by the day the waiting are counted to, each
/// counted as a wait of so many days
/// @param stale those open of whom nothing has been heard for 180 days
public record Queue(List<Week> weeks, DayHistogram waiting, long stale) {

    /// One week, from Monday to Sunday.
    ///
    /// @param in those who came
    /// @param out those who reached the last point
    /// @param without those who went on, or whose pathway ended, without it
    /// @param queue those in the queue as the week ends
    public record Week(LocalDate monday, long in, long out, long without, long queue) {}

    public Queue {
        weeks = List.copyOf(weeks);
    }

    /// The queue of the step between the question's two points, for the groups that its filters let in.
    ///
    /// @param weeks how many full weeks to look back
    public static Queue of(TracedPathways traced, Question question, int weeks) {
        var line = new Line(traced, question, weeks);
        var reader = new WaitReader(traced, question.between());
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            reader.readWhateverEnd(pathway, line);
        }
        return line.queue();
    }

    /// The queue while it is counted.
    private static final class Line implements WaitReader.Taker {
        private final TracedPathways traced;
        private final Question question;
        private final Selection selection;
        private final long firstMonday;
        private final long[] in;
        private final long[] out;
        private final long[] without;
        private final DayHistogram.Builder waiting = new DayHistogram.Builder();
        private long before;
        private long stale;

        Line(TracedPathways traced, Question question, int weeks) {
            this.traced = traced;
            this.question = question.but().by().build();
            selection = new Selection(traced, this.question);
            in = new long[weeks];
            out = new long[weeks];
            without = new long[weeks];
            firstMonday = LocalDate.ofEpochDay(traced.asOf() + 1L)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .minusWeeks(weeks)
                    .toEpochDay();
        }

        @Override
        public void reached(int pathway, int fromDay, int toDay, int region, int unit) {
            if (counted(pathway, toDay, region, unit)) {
                count(fromDay, toDay, out);
            }
        }

        @Override
        public void left(int pathway, int fromDay, int endDay, int region, int unit) {
            if (!passed(pathway, fromDay) && counted(pathway, endDay, region, unit)) {
                count(fromDay, endDay, without);
            }
        }

        @Override
        public void open(int pathway, int fromDay) {
            if (!passed(pathway, fromDay)
                    && counted(pathway, traced.asOf(), traced.waitingRegion(pathway), traced.waitingUnit(pathway))) {
                if (traced.state(pathway) == State.STALE) {
                    stale++;
                } else {
                    waiting.add(DayHistogram.Outcome.REACHED, traced.asOf() - fromDay);
                    come(fromDay);
                }
            }
        }

        private boolean counted(int pathway, int day, int region, int unit) {
            return selection.group(pathway, day, region, unit) != Selection.NONE;
        }

        private void count(int fromDay, int day, long[] how) {
            come(fromDay);
            long week = week(day);
            if (week < 0) {
                before--;
            } else if (week < how.length) {
                how[(int) week]++;
            }
        }

        private void come(int day) {
            long week = week(day);
            if (week < 0) {
                before++;
            } else if (week < in.length) {
                in[(int) week]++;
            }
        }

        private long week(int day) {
            return Math.floorDiv(day - firstMonday, 7L);
        }

        /// Whether a later point of care was reached without the last one, on or after a day: a point of the
        /// main line, or of the same line as the last one. If so, it is counted here. Of pairs there is none.
        private boolean passed(int pathway, int fromDay) {
            int last = Milestones.place(question.to());
            if (question.pairsByRef() || last < 0) {
                return false;
            }
            for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
                var kind = traced.pointKind(point);
                int day = traced.pointDay(point);
                boolean sameLine = (!kind.imaging() && !kind.laboratory()) || line(kind, question.to());
                if (day >= fromDay && Milestones.place(kind) > last && sameLine) {
                    if (counted(pathway, day, traced.pointRegion(point), traced.pointUnit(point))) {
                        count(fromDay, day, without);
                    }
                    return true;
                }
            }
            return false;
        }

        private static boolean line(MeasuringPoint one, MeasuringPoint other) {
            return (one.imaging() && other.imaging()) || (one.laboratory() && other.laboratory());
        }

        Queue queue() {
            var all = new ArrayList<Week>();
            long standing = before;
            for (int week = 0; week < in.length; week++) {
                standing += in[week] - out[week] - without[week];
                all.add(new Week(
                        LocalDate.ofEpochDay(firstMonday + 7L * week), in[week], out[week], without[week], standing));
            }
            return new Queue(all, waiting.build(), stale);
        }
    }
}
