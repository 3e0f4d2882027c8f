package se.varjedag.app.careplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.ClosingLettersWritten;
import se.varjedag.app.coordination.Course;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.event.Timelines;

/// The pathways of a unit that ended, and which of them nobody has written to. Nobody is to write to the dead.
@Component
public class Closings implements ClosingLettersWritten {
    /// Older than this an end is counted, but no letter is asked for any more.
    public static final int ASKED_DAYS = 90;

    /// A letter within so many days is in time. Ours to propose: no source sets a number.
    public static final int IN_TIME_DAYS = 14;

    private static final int COUNTED_DAYS = 365;

    private final Timeline timeline;
    private final ClosingLetters letters;
    private final Today today;

    Closings(Timeline timeline, ClosingLetters letters, Today today) {
        this.timeline = timeline;
        this.letters = letters;
        this.today = today;
    }

    /// Those dismissed at a unit in the last year, the longest ago first. Whoever asks tells the log.
    public List<Closing> ofYear(String unit) {
        return ended(unit, today.day().minusDays(COUNTED_DAYS), Closing.Kind.DISMISSED);
    }

    /// Those dismissed in the last [#ASKED_DAYS] that have no letter, the longest ago first. Whoever asks tells the
    /// log that the list was looked at.
    public List<Closing> toWrite(String unit) {
        return unwritten(unit, Closing.Kind.DISMISSED);
    }

    /// Those that ended otherwise in the last [#ASKED_DAYS] and have no summary, the longest ago first. Whoever asks
    /// tells the log that the list was looked at.
    public List<Closing> toSum(String unit) {
        return unwritten(unit, Closing.Kind.SUMMARY);
    }

    private List<Closing> unwritten(String unit, Closing.Kind kind) {
        var ended = ended(unit, today.day().minusDays(ASKED_DAYS), kind);
        var written = letters.first(persons(ended));
        return ended.stream().filter(one -> !written.containsKey(one.key())).toList();
    }

    @Override
    public Count at(String unit) {
        var day = today.day();
        var ended = ofYear(unit);
        var written = letters.first(persons(ended));
        long inTime = 0;
        long due = 0;
        long missing = 0;
        for (var one : ended) {
            var first = written.get(one.key());
            boolean soon = first != null && !first.isAfter(one.ended().plusDays(IN_TIME_DAYS));
            if (soon || one.ended().plusDays(IN_TIME_DAYS).isBefore(day)) {
                due++;
                inTime += soon ? 1 : 0;
            }
            if (first == null && !one.ended().isBefore(day.minusDays(ASKED_DAYS))) {
                missing++;
            }
        }
        return new Count(missing, inTime, due, IN_TIME_DAYS);
    }

    private static List<UUID> persons(List<Closing> ended) {
        return ended.stream().map(one -> one.key().person()).distinct().toList();
    }

    /// Those of the living that ended at a unit on a day or later.
    private List<Closing> ended(String unit, LocalDate from, Closing.Kind kind) {
        var traced = timeline.snapshot().pathways();
        var timelines = traced.timelines();
        int here = timelines.units().indexOf(unit);
        var found = new ArrayList<Closing>();
        for (int at = 0; at < traced.size() && here >= 0 && !unit.isEmpty(); at++) {
            if (!traced.state(at).open()
                    && traced.endUnit(at) == here
                    && traced.end(at) >= from.toEpochDay()
                    && Course.End.hasLetter(traced.endSuffix(at))
                    && Closing.kind(traced.endSuffix(at)) == kind
                    && !hasDied(timelines, traced.person(at))) {
                var key = PathwayKey.of(traced, at);
                found.add(new Closing(key, LocalDate.ofEpochDay(traced.end(at)), traced.endSuffix(at), unit));
            }
        }
        found.sort(Comparator.comparing(Closing::ended)
                .thenComparing(one -> one.key().definition())
                .thenComparing(one -> one.key().start()));
        return found;
    }

    private static boolean hasDied(Timelines timelines, int person) {
        int died = timelines.codes().indexOf(EndCode.DIED);
        for (int row = timelines.from(person); row < timelines.to(person) && died >= 0; row++) {
            if (timelines.code(row) == died) {
                return true;
            }
        }
        return false;
    }
}
