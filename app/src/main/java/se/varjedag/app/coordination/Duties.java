package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A contact nurse's duties towards the patients she is named for, or stands in for, as a list of what to do.
@Component
public class Duties {
    private final Notes notes;
    private final ObjectProvider<NeedsWanted> wanted;
    private final ObjectProvider<PlansMade> plans;

    Duties(Notes notes, ObjectProvider<NeedsWanted> wanted, ObjectProvider<PlansMade> plans) {
        this.notes = notes;
        this.wanted = wanted;
        this.plans = plans;
    }

    /// One duty towards one patient.
    ///
    /// @param due the day it is due
    /// @param last the day it was done the last time
    public record Due(Line line, Duty duty, LocalDate due, Optional<LocalDate> last) {}

    /// What is due of the lines that have a contact nurse, the longest due first.
    ///
    /// @param whose whose lines are meant
    public List<Due> of(List<Line> lines, Predicate<Line> whose) {
        var hers = lines.stream()
                .filter(line -> line.holder(Task.CONTACT_NURSE).isPresent())
                .filter(whose)
                .toList();
        var done = notes.done(hers.stream().map(line -> line.key().person()).toList());
        var needs = new HashMap<PathwayKey, LocalDate>();
        wanted.forEach(one -> needs.putAll(one.due(hers)));
        var all = new ArrayList<Due>();
        for (var line : hers) {
            var of = done.getOrDefault(line.key(), Map.of());
            var named = line.holder(Task.CONTACT_NURSE).orElseThrow().from();
            for (var duty : Duty.values()) {
                due(duty, named, Optional.ofNullable(of.get(duty)))
                        .or(() -> Optional.ofNullable(duty == Duty.NEEDS ? needs.get(line.key()) : null))
                        .ifPresent(day -> all.add(new Due(
                                line,
                                duty,
                                day,
                                Optional.ofNullable(of.get(duty)).map(Notes.Done::day))));
            }
        }
        all.sort(Comparator.comparing(Due::due)
                .thenComparing(due -> due.line().key().person()));
        return all;
    }

    private static Optional<LocalDate> due(Duty duty, LocalDate named, Optional<Notes.Done> done) {
        if (done.isEmpty()) {
            return Optional.of(named.plusDays(duty.days()));
        }
        return duty.again() ? Optional.of(done.get().day().plusDays(duty.days())) : Optional.empty();
    }

    /// Of how many of these pathways a plan has been made: signed here, or noted as made elsewhere.
    public long withPlan(List<Line> lines) {
        var persons = lines.stream().map(line -> line.key().person()).toList();
        var done = notes.done(persons);
        var signed = new HashSet<PathwayKey>();
        plans.forEach(one -> signed.addAll(one.of(persons)));
        return lines.stream()
                .filter(line -> signed.contains(line.key())
                        || done.getOrDefault(line.key(), Map.of()).containsKey(Duty.PLAN))
                .count();
    }

    /// How many open pathways somebody carries at a unit.
    ///
    /// @param now those of them whose next step is to be done within a week
    /// @param over those over the limit
    public record Load(Task task, Named.Staff staff, long open, long now, long over) {}

    /// How many each who is named carries, the most first.
    public static List<Load> load(List<Line> lines, Task task) {
        var byWho = new HashMap<Named.Staff, List<Line>>();
        for (var line : lines) {
            line.holder(task)
                    .ifPresent(holder -> byWho.computeIfAbsent(holder.staff(), _ -> new ArrayList<>())
                            .add(line));
        }
        return byWho.entrySet().stream()
                .map(one -> new Load(
                        task,
                        one.getKey(),
                        one.getValue().size(),
                        count(one.getValue(), Line.Group.NOW),
                        count(one.getValue(), Line.Group.OVER)))
                .sorted(Comparator.comparingLong(Load::open)
                        .reversed()
                        .thenComparing(load -> load.staff().name()))
                .toList();
    }

    private static long count(List<Line> lines, Line.Group group) {
        return lines.stream().filter(line -> line.group() == group).count();
    }
}
