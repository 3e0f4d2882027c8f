package se.varjedag.pathway.prognosis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.TracedPathways;

/// The points one pathway has reached, in order of day, read again and again for one pathway after the other: at each
/// moment it stands at the latest of them.
///
/// On one day the order of care decides which is the latest.
final class Course {

    /// The points a pathway can stand at, in the order of care.
    private static final List<MeasuringPoint> ORDER = List.of(
            MeasuringPoint.SUSPICION,
            MeasuringPoint.REFERRAL_RECEIVED,
            MeasuringPoint.FIRST_VISIT,
            MeasuringPoint.IMAGING_REFERRAL,
            MeasuringPoint.IMAGING_PERFORMED,
            MeasuringPoint.IMAGING_REPORTED,
            MeasuringPoint.DIAGNOSTIC_SURGERY,
            MeasuringPoint.SPECIMEN_TAKEN,
            MeasuringPoint.SPECIMEN_RECEIVED,
            MeasuringPoint.PATHOLOGY_REPORTED,
            MeasuringPoint.MDT,
            MeasuringPoint.INFORMED,
            MeasuringPoint.DECISION);

    private static final Map<MeasuringPoint, Integer> PLACES = new EnumMap<>(MeasuringPoint.class);

    static {
        for (int place = 0; place < ORDER.size(); place++) {
            PLACES.put(ORDER.get(place), place);
        }
    }

    private final int[] firstDays = new int[ORDER.size()];
    private final int[] places = new int[ORDER.size()];
    private int size;
    private int until;

    /// Reads a pathway as far as it has come: to its end, or to the day the waiting are counted to.
    void read(TracedPathways traced, int pathway) {
        boolean open = traced.state(pathway).open();
        until = open ? traced.asOf() : traced.end(pathway);
        Arrays.fill(firstDays, Integer.MAX_VALUE);
        int start = traced.start(pathway);
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            var place = PLACES.get(traced.pointKind(point));
            int day = traced.pointDay(point);
            if (place != null && day >= start && day <= until) {
                firstDays[place] = Math.min(firstDays[place], day);
            }
        }
        firstDays[0] = start;
        size = 0;
        for (int place = 0; place < firstDays.length; place++) {
            if (firstDays[place] != Integer.MAX_VALUE) {
                int at = size++;
                while (at > 0 && firstDays[places[at - 1]] > firstDays[place]) {
                    places[at] = places[at - 1];
                    at--;
                }
                places[at] = place;
            }
        }
    }

    /// How many points it has stood at.
    int size() {
        return size;
    }

    /// Where a point stands in the order of care.
    int place(int index) {
        return places[index];
    }

    /// The day it reached a point.
    int day(int index) {
        return firstDays[places[index]];
    }

    /// The day it left a point for the next, or its last day here.
    int until(int index) {
        return index + 1 < size ? day(index + 1) : until;
    }
}
