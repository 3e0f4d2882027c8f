package se.varjedag.app.coordination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Permission;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Covers.Cover;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Line.Group;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.coordination.Views;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;

/// Puts the worklist into words. Each reading is a look at the own unit's list, which the log is told of before
/// anything
/// is given away.
@Component
class WorklistReading {
    private final Worklist worklist;
    private final Covers covers;
    private final Views views;
    private final Staffing staffing;
    private final Today today;
    private final Identities identities;
    private final Patients patients;
    private final Units units;

    WorklistReading(
            Worklist worklist,
            Covers covers,
            Views views,
            Staffing staffing,
            Today today,
            Identities identities,
            Patients patients,
            Units units) {
        this.worklist = worklist;
        this.covers = covers;
        this.views = views;
        this.staffing = staffing;
        this.today = today;
        this.identities = identities;
        this.patients = patients;
        this.units = units;
    }

    /// The list, and whose lines are hers who reads it.
    record Read(Worklist.Lines list, List<Cover> standing, Predicate<Line> hers) {}

    Read read(Acting acting, String origin) {
        patients.listed(acting, Errand.list(origin));
        var list = worklist.of(acting);
        var standing = covers.at(acting.assignment().place(), list.day());
        return new Read(list, standing, hers(acting, standing, list));
    }

    /// One page of the list.
    WorklistPage page(Acting acting, Choice choice, Texts texts, String origin) {
        var words = new Words(texts);
        var read = read(acting, origin);
        var list = read.list();
        var asked = asked(read, choice);
        var part = WorklistPage.Part.of(asked, choice.page());
        var shown = new ArrayList<>(part.lines());
        shown.addAll(list.coming());
        var axis = ClockBar.Axis.of(shown.stream().map(Line::clock).toList());
        var with = with(acting, read, axis, names(acting, shown, words, true), words);
        return new WorklistPage(
                list.lines().size(),
                asked.size(),
                words.day(list.day(), list.day()),
                today.sources().isBefore(list.day()) ? texts.formats().date(today.sources()) : null,
                WorklistPage.chips(choice, list.lines(), read.hers(), texts),
                WorklistPage.saved(views.of(acting), choice),
                WorklistPage.filter(choice, list.lines(), texts, units::name),
                axis.ticks(),
                WorklistPage.groups(part.lines(), asked, with),
                texts.text("work.pages", part.page(), part.pages()),
                part.page() > 1 ? choice.on(part.page() - 1).path() : null,
                part.page() < part.pages() ? choice.on(part.page() + 1).path() : null,
                list.coming().stream().map(line -> coming(line, with)).toList(),
                staff(acting),
                choice.on(1).query(),
                acting.may(Permission.PATIENTS));
    }

    /// What must be done today: the lines of the choice without those under way.
    ///
    /// @param named whether the people are called by their names
    WorklistPage morning(Acting acting, Choice choice, Texts texts, boolean named, String origin) {
        var words = new Words(texts);
        var read = read(acting, origin);
        var asked = asked(read, choice).stream()
                .filter(line -> line.group() == Group.NOW || line.group() == Group.OVER)
                .toList();
        var axis = ClockBar.Axis.of(asked.stream().map(Line::clock).toList());
        var with = with(acting, read, axis, names(acting, asked, words, named), words);
        return new WorklistPage(
                read.list().lines().size(),
                asked.size(),
                words.day(read.list().day(), read.list().day()),
                null,
                List.of(),
                List.of(),
                new WorklistPage.Filter(List.of(), List.of(), List.of(), false, "", false),
                axis.ticks(),
                WorklistPage.groups(asked, asked, with),
                "",
                null,
                null,
                List.of(),
                Map.of(),
                choice.on(1).query(),
                acting.may(Permission.PATIENTS));
    }

    private static List<Line> asked(Read read, Choice choice) {
        return read.list().lines().stream()
                .filter(choice.besideState(read.hers()))
                .filter(choice.state()::holds)
                .toList();
    }

    private WorkRow.With with(Acting acting, Read read, ClockBar.Axis axis, UnaryOperator<String> names, Words words) {
        return new WorkRow.With(
                words,
                read.list().day(),
                axis,
                units::name,
                read.standing(),
                names,
                acting.may(Permission.COORDINATION),
                worklist.chancesKnown());
    }

    private static WorklistPage.Coming coming(Line line, WorkRow.With with) {
        var handover = line.handover().orElseThrow();
        return new WorklistPage.Coming(
                handover.id(),
                WorkRow.of(line, with),
                with.units().apply(handover.from()),
                handover.words(),
                with.words().texts().formats().moment(handover.sent().at()) + ", "
                        + handover.sent().name());
    }

    /// Whether somebody is named for a line, or stands in today for who is.
    private static Predicate<Line> hers(Acting acting, List<Cover> standing, Worklist.Lines list) {
        var me = acting.account().username();
        return line -> line.holders().values().stream()
                .map(holder -> holder.staff().who())
                .anyMatch(who -> who.equals(me)
                        || standing.stream()
                                .anyMatch(cover -> cover.on(list.day())
                                        && cover.away().who().equals(who)
                                        && cover.cover().who().equals(me)));
    }

    /// What the people of these lines are called, by pseudonym.
    ///
    /// @param named whether by their names, where the reader may see them
    UnaryOperator<String> names(Acting acting, List<Line> lines, Words words, boolean named) {
        if (!named || !acting.may(Permission.PATIENTS)) {
            return person -> words.unnamed(UUID.fromString(person));
        }
        var known = identities.shown(
                lines.stream().map(line -> line.key().person()).distinct().toList());
        return person -> Optional.ofNullable(known.get(UUID.fromString(person)))
                .map(words::who)
                .orElseThrow();
    }

    private Map<Task, List<se.varjedag.app.coordination.Named.Staff>> staff(Acting acting) {
        return staffing.all(acting, today.day());
    }
}
