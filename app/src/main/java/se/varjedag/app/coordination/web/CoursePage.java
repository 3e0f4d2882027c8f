package se.varjedag.app.coordination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.access.Acting;
import se.varjedag.app.coordination.Course;
import se.varjedag.app.coordination.Named.Holder;
import se.varjedag.app.coordination.Named.Staff;
import se.varjedag.app.coordination.Notes;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Typing;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.EndCode;

/// One pathway in words.
///
/// @param path under which its forms are sent
/// @param patient the page with all of the patient's events
/// @param ended what ended it; null while it is open
/// @param closingLetter whether a closing letter belongs to its end
/// @param events points, bookings and ends, the newest first
/// @param reason why the limit was passed; null where nobody has said so
/// @param asksReason whether it is to be asked now
/// @param asksNext whether it is to be asked which pathway starts now
public record CoursePage(
        String path,
        String patient,
        String who,
        String about,
        String number,
        boolean guarded,
        WorkRow row,
        Almanac almanac,
        List<Rung> rungs,
        String total,
        String limit,
        boolean assumed,
        @Nullable String ended,
        boolean closingLetter,
        List<Choices> points,
        String first,
        LocalDate today,
        List<Happened> events,
        List<People> people,
        List<Written> notes,
        @Nullable String reason,
        boolean asksReason,
        List<WorklistPage.Option> steps,
        boolean asksNext,
        List<WorklistPage.Option> startable,
        List<Passed> handovers,
        boolean mayHandOver,
        List<Region> regions) {
    /// The suffixes of ends: from here on they tell of no treatment.
    private static final int FIRST_WITHOUT_TREATMENT = 70;

    public CoursePage {
        rungs = List.copyOf(rungs);
        points = List.copyOf(points);
        events = List.copyOf(events);
        people = List.copyOf(people);
        notes = List.copyOf(notes);
        steps = List.copyOf(steps);
        startable = List.copyOf(startable);
        handovers = List.copyOf(handovers);
        regions = List.copyOf(regions);
    }

    /// What can be typed, under one heading.
    public record Choices(String title, List<WorklistPage.Option> options) {}

    /// An event of the pathway.
    ///
    /// @param correct what a correction of it is sent with; null where it is another source's
    public record Happened(
            String day,
            String what,
            String unit,
            String from,
            boolean planned,
            @Nullable String correct,
            String isoDay) {}

    /// Who is named for a task.
    ///
    /// @param name null where nobody is
    public record People(
            String task,
            String title,
            @Nullable String name,
            String since,
            @Nullable String cover,
            List<Staff> others,
            String chosen) {}

    /// Something written, and by whom.
    public record Written(String words, String by) {}

    /// A handover in words.
    public record Passed(
            String text, String words, @Nullable String answer, boolean open) {}

    /// The units of a region.
    public record Region(String name, List<WorklistPage.Option> units) {}

    static CoursePage of(Course course, WorkRow.With with, Beside written, Acting acting) {
        var line = course.line();
        var texts = with.words().texts();
        var clock = line.clock();
        var definition = line.definition();
        boolean open = course.end().isEmpty();
        var booked =
                course.events().stream().filter(Event::planned).map(Event::day).collect(Collectors.toSet());
        return new CoursePage(
                WorklistController.PATH + "/" + line.key().person() + "/"
                        + line.key().handle(),
                "/patient/" + line.key().person(),
                with.words().who(course.sight().who()),
                (line.born() > 0 ? texts.text("work.age", with.day().getYear() - line.born()) + " · " : "")
                        + definition.name(texts.language()),
                number(course.sight().who()),
                course.sight().who() instanceof Shown.Protected,
                WorkRow.of(line, with),
                Almanac.of(clock, booked, open, texts),
                Rung.of(clock, open, texts),
                texts.formats().days(clock.used()),
                clock.limitDay()
                        .map(day -> limit(clock, day, texts))
                        .orElseGet(() -> texts.text(untreated(course) ? "path.limit.untreated" : "path.limit.none")),
                clock.assumed(),
                course.end()
                        .map(end -> texts.text(
                                "path.ended",
                                texts.formats().date(end.day()),
                                end.suffix() == 0 ? texts.text("path.died") : suffix(end.suffix(), texts)))
                        .orElse(null),
                course.end().filter(Course.End::hasLetter).isPresent(),
                open ? choices(course, texts) : List.of(),
                texts.formats().date(line.key().start()),
                with.day(),
                course.events().stream()
                        .map(event -> happened(event, with, acting))
                        .toList(),
                people(line.holders(), with, written.staff()),
                written.notes().stream().map(note -> note(note, texts)).toList(),
                course.reason().map(reason -> reason(reason, texts)).orElse(null),
                clock.overForCertain() && course.reason().isEmpty(),
                Typing.points(definition).stream()
                        .map(point -> new WorklistPage.Option(
                                point.key(),
                                texts.text("point." + point.key()),
                                line.next()
                                        .filter(next -> next.point() == point)
                                        .isPresent()))
                        .toList(),
                course.end().filter(Course.End::nextMissing).isPresent(),
                written.startable(),
                course.handovers().stream().map(one -> passed(one, with)).toList(),
                course.here() && line.handover().filter(one -> one.open()).isEmpty(),
                course.here() ? regions(written.units(), acting) : List.of());
    }

    /// Whether it has ended without treatment: no limit is told of it then.
    private static boolean untreated(Course course) {
        return course.end()
                .filter(end -> end.suffix() == 0 || end.suffix() >= FIRST_WITHOUT_TREATMENT)
                .isPresent();
    }

    private static String limit(PathwayClock clock, LocalDate day, Texts texts) {
        int counted = clock.limit().orElse(0);
        var said = texts.text(
                "path.limit", texts.formats().days(counted), texts.formats().date(day));
        if (clock.longest().isEmpty()) {
            return said + " " + texts.text("path.limit.some");
        }
        return clock.longest().getAsInt() == counted
                ? said
                : said + " "
                        + texts.text(
                                "path.limit.longest",
                                texts.formats().days(clock.longest().getAsInt()));
    }

    /// What the page shows beside the course itself.
    record Beside(
            List<Notes.Note> notes,
            Map<Task, List<Staff>> staff,
            List<WorklistPage.Option> startable,
            List<Unit> units) {}

    private static String number(Shown who) {
        return switch (who) {
            case Shown.Known known -> known.number().written();
            case Shown.Protected known -> known.number().written();
            case Shown.MadeUp _, Shown.Unknown _ -> "";
        };
    }

    private static String suffix(int suffix, Texts texts) {
        var key = "suffix." + suffix;
        return texts.has(key) ? texts.text(key) : String.valueOf(suffix);
    }

    /// Points first, those that are not reached before those that are; then the ends.
    private static List<Choices> choices(Course course, Texts texts) {
        var line = course.line();
        var next = line.next().map(one -> one.point().key()).orElse("");
        var points = Typing.points(line.definition()).stream()
                .sorted(Comparator.comparing(point -> line.clock().has(point)))
                .map(point -> new WorklistPage.Option(
                        point.key(),
                        texts.text(
                                line.clock().has(point) ? "path.point.reached" : "path.point",
                                texts.text("point." + point.key())),
                        point.key().equals(next)))
                .toList();
        var ends = new ArrayList<WorklistPage.Option>();
        Typing.ends(line.definition())
                .forEach(end -> ends.add(new WorklistPage.Option("slut-" + end, suffix(end, texts), false)));
        ends.add(new WorklistPage.Option(EndCode.DIED, texts.text("path.died"), false));
        return List.of(new Choices(texts.text("path.points"), points), new Choices(texts.text("path.ends"), ends));
    }

    private static Happened happened(Event event, WorkRow.With with, Acting acting) {
        var texts = with.words().texts();
        return new Happened(
                texts.formats().date(event.day()),
                what(event.code(), texts),
                event.unit().isEmpty()
                        ? texts.text("patient.nounit")
                        : with.units().apply(event.unit()),
                event.source().equals(Typing.SOURCE)
                        ? texts.text(
                                "path.typed",
                                texts.formats().moment(event.more().learnt()))
                        : event.source(),
                event.planned(),
                Typing.mayCorrect(acting, event) ? event.more().event().toString() : null,
                event.day().toString());
    }

    private static String what(String code, Texts texts) {
        if (texts.has("point." + code)) {
            return texts.text("point." + code);
        }
        if (code.equals(EndCode.DIED)) {
            return texts.text("path.died");
        }
        var digits = code.length() == 5 ? code.substring(3) : "";
        return digits.chars().allMatch(Character::isDigit) && !digits.isEmpty()
                ? suffix(Integer.parseInt(digits), texts)
                : code;
    }

    private static List<People> people(Map<Task, Holder> holders, WorkRow.With with, Map<Task, List<Staff>> staff) {
        var texts = with.words().texts();
        var all = new ArrayList<People>();
        for (var task : Task.values()) {
            var holder = Optional.ofNullable(holders.get(task));
            all.add(new People(
                    task.key(),
                    texts.text("work.task." + task.key()),
                    holder.map(one -> one.staff().name()).orElse(null),
                    holder.map(one -> one.to()
                                    .map(to -> texts.text(
                                            "path.named.to",
                                            texts.formats().date(one.from()),
                                            texts.formats().date(to)))
                                    .orElseGet(() -> texts.text(
                                            "path.named", texts.formats().date(one.from()))))
                            .orElse(""),
                    holder.map(one -> WorkRow.person(one, task, with).cover()).orElse(null),
                    staff.getOrDefault(task, List.of()),
                    holder.map(one -> one.staff().who()).orElse("")));
        }
        return all;
    }

    private static Written note(Notes.Note note, Texts texts) {
        return new Written(
                note.words(),
                note.signed().name() + ", " + texts.text("role." + note.role()) + ", "
                        + texts.formats().moment(note.signed().at()));
    }

    private static String reason(Notes.Reason reason, Texts texts) {
        var why = reason.step().isEmpty()
                ? texts.text("path.why." + reason.why().key())
                : texts.text("path.why.capacity.step", texts.text("point." + reason.step()));
        return why + (reason.words().isEmpty() ? "" : ": " + reason.words()) + " ("
                + reason.signed().name() + ", "
                + texts.formats().moment(reason.signed().at()) + ")";
    }

    private static Passed passed(se.varjedag.app.coordination.Handovers.Handover one, WorkRow.With with) {
        var texts = with.words().texts();
        return new Passed(
                texts.text(
                        "path.passed",
                        with.units().apply(one.from()),
                        with.units().apply(one.to()),
                        one.sent().name(),
                        texts.formats().moment(one.sent().at())),
                one.words(),
                one.receipt()
                        .map(receipt -> texts.text(
                                        receipt.received() ? "path.received" : "path.refused",
                                        receipt.signed().name(),
                                        texts.formats().moment(receipt.signed().at()))
                                + (receipt.words().isEmpty() ? "" : " " + receipt.words()))
                        .orElse(null),
                one.open());
    }

    /// Where a pathway can be handed over: every unit but the own, by region.
    static List<Region> regions(List<Unit> units, Acting acting) {
        var byRegion = new TreeMap<String, List<WorklistPage.Option>>();
        UnaryOperator<String> name = code -> se.varjedag.app.reference.Regions.all().stream()
                .filter(region -> region.code().equals(code))
                .map(region -> region.name())
                .findFirst()
                .orElse(code);
        units.stream()
                .filter(unit -> !unit.id().equals(acting.assignment().place()))
                .forEach(unit -> byRegion.computeIfAbsent(name.apply(unit.region()), _ -> new ArrayList<>())
                        .add(new WorklistPage.Option(unit.id(), unit.name(), false)));
        return byRegion.entrySet().stream()
                .map(one -> new Region(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }
}
