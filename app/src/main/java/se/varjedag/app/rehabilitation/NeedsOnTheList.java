package se.varjedag.app.rehabilitation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.NeedsWanted;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.rehabilitation.Assessments.Assessment;
import se.varjedag.app.rehabilitation.Happened.Time;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Tells the contact nurse's list by which day needs are to be assessed: from the points that the worklist itself tells
/// of, and the assessments of the unit where she was named.
@Component
class NeedsOnTheList implements NeedsWanted {
    private final Programme programme;
    private final Assessments assessments;

    NeedsOnTheList(Programme programme, Assessments assessments) {
        this.programme = programme;
        this.assessments = assessments;
    }

    @Override
    public Map<PathwayKey, LocalDate> due(List<Line> lines) {
        var made = assessments
                .of(lines.stream().map(line -> line.key().person()).distinct().toList())
                .stream()
                .collect(Collectors.groupingBy(Assessment::person));
        var all = new HashMap<PathwayKey, LocalDate>();
        for (var line : lines) {
            wanted(line, made).stream()
                    .filter(Wanted::open)
                    .map(Wanted::due)
                    .min(LocalDate::compareTo)
                    .ifPresent(day -> all.put(line.key(), day));
        }
        return all;
    }

    private List<Wanted> wanted(Line line, Map<UUID, List<Assessment>> made) {
        var unit = line.holder(Task.CONTACT_NURSE).map(holder -> holder.unit()).orElse("");
        var times = line.clock().reached().stream()
                .flatMap(reached -> programme.occasions().stream()
                        .filter(occasion -> occasion.suffixes().stream()
                                .anyMatch(suffix -> MeasuringPoint.ofSuffix(suffix) == reached.point()))
                        .map(occasion -> new Time(occasion, reached.day())))
                .toList();
        return Wanted.of(
                times,
                made.getOrDefault(line.key().person(), List.of()).stream()
                        .filter(one -> one.unit().equals(unit))
                        .map(Assessment::day)
                        .toList(),
                programme);
    }
}
