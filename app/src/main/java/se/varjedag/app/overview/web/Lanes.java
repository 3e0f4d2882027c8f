package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.overview.Content;
import se.varjedag.app.overview.Course;
import se.varjedag.app.overview.web.Lane.Reading;
import se.varjedag.app.overview.web.Lane.Said;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.web.Texts;

/// Draws the lanes one under another. A lane without anything in it is left out, and what is left out is
/// said.
final class Lanes {
    private static final int MOST_CURVES = 4;
    private static final int MOST_INSTRUMENTS = 8;
    private static final double FIRST_CURVE = 112;
    private static final double NEXT_CURVE = 62;
    private static final double PAD = 9;
    private static final double ROW = 30;
    private static final String INK = "var(--ink)";
    private static final String QUIET = "var(--ink-2)";
    private static final String LATE = "var(--late-ink)";
    private static final String NONE = "none";

    private final Course course;
    private final Axis axis;
    private final Texts texts;
    private final ItemNames names;
    private final Wording wording;
    private final List<Lane> lanes = new ArrayList<>();
    private double y;

    Lanes(Course course, Axis axis, Wording wording, double top) {
        this.course = course;
        this.axis = axis;
        this.texts = wording.texts();
        this.names = wording.names();
        this.wording = wording;
        this.y = top;
    }

    /// Every lane that has something in it.
    List<Lane> drawn() {
        statuses();
        curves();
        treatments();
        marks(Kind.SURGERY);
        radiotherapy();
        marks(Kind.IMAGING);
        marks(Kind.PATHOLOGY);
        reported();
        instruments();
        clock();
        return lanes;
    }

    private void add(String key, String note, String alarm, double height, List<Shape> shapes, List<Reading> said) {
        lanes.add(new Lane(texts.has(key) ? texts.text(key) : key, note, alarm, y, height, shapes, said));
        y += height;
    }

    private List<Fact> shown(Kind kind) {
        return course.of(kind).stream().filter(fact -> axis.shows(fact.day())).toList();
    }

    private Said said(Fact fact, String text) {
        return new Said(fact.day(), axis.x(fact.day()), text);
    }

    private void statuses() {
        var statuses = shown(Kind.STATUS);
        var performances = shown(Kind.PERFORMANCE);
        if (statuses.isEmpty() && performances.isEmpty()) {
            return;
        }
        var shapes = new ArrayList<Shape>();
        var readings = new ArrayList<Reading>();
        double circles = y + PAD + 12;
        if (!statuses.isEmpty()) {
            var fills = List.of("var(--data-3)", "var(--data-2)", "var(--data)", INK);
            var words = List.of("var(--ink)", "var(--paper)", "var(--paper)", "var(--paper)");
            for (int i = 0; i < statuses.size(); i++) {
                var fact = statuses.get(i);
                double from = axis.x(fact.day());
                double to = i + 1 < statuses.size() ? axis.x(statuses.get(i + 1).day()) : axis.x(course.today());
                int tone = Math.clamp(wording.rank(fact.item()), 0, fills.size() - 1);
                var name = wording.item(fact.item());
                shapes.add(new Shape.Box(
                        from, y + PAD, Math.max(2, to - from - 1), 22, fills.get(tone), NONE, name + " " + fact.day()));
                if (Words.width(name) + 10 < to - from) {
                    shapes.add(new Shape.Words(from + 6, y + PAD + 15.5, "start", name, words.get(tone), 600, 13));
                }
            }
            readings.add(new Reading(
                    texts.text("overview.status"),
                    statuses.stream()
                            .map(fact -> said(fact, wording.item(fact.item())))
                            .toList()));
            circles += 34;
        }
        double last = -100;
        for (var fact : performances) {
            double x = axis.x(fact.day());
            if (x - last >= 17 && fact.number() != null) {
                last = x;
                shapes.add(new Shape.Drawn(
                        "M%s %sa8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0z".formatted(Axis.round(x - 8.5), circles),
                        "var(--paper)",
                        INK,
                        1.3,
                        wording.value(fact) + " " + fact.day()));
                shapes.add(new Shape.Words(
                        x, circles + 4.5, "middle", Curve.written(texts.formats(), Curve.number(fact)), INK, 600, 12));
            }
        }
        var scale = course.content().performance();
        if (!performances.isEmpty()) {
            readings.add(new Reading(
                    wording.item(scale.item().item()),
                    performances.stream()
                            .map(fact -> said(fact, wording.value(fact)))
                            .toList()));
        }
        add(
                "overview.status",
                performances.isEmpty()
                        ? ""
                        : texts.text(
                                "overview.performance.note",
                                wording.item(scale.item().item()),
                                scale.lowest(),
                                scale.highest()),
                "",
                circles - y + (performances.isEmpty() ? -6 : 18),
                shapes,
                readings);
    }

    private void curves() {
        var numbers = shown(Kind.LABORATORY).stream()
                .filter(fact -> fact.number() != null && fact.state() == State.DONE)
                .toList();
        int drawn = 0;
        for (var line : course.content().laboratory()) {
            var facts = numbers.stream()
                    .filter(fact -> fact.item().equals(line.item().item()))
                    .toList();
            if (facts.isEmpty() || drawn == MOST_CURVES) {
                continue;
            }
            double height = drawn == 0 ? FIRST_CURVE : NEXT_CURVE;
            drawn++;
            var curve = new Curve(axis, y + 14, y + height - 12, line.log(), facts);
            var shapes = new ArrayList<>(curve.frame(texts.formats(), facts));
            shapes.addAll(curve.line(facts, INK));
            var newest = facts.getLast();
            double at = curve.y(Curve.number(newest));
            shapes.add(Shape.mark('o', axis.x(newest.day()), at, wording.outside(newest) ? LATE : INK, NONE, ""));
            double over = at - 10 < y + 14 ? at + 19 : at - 10;
            shapes.add(new Shape.Words(
                    Math.min(axis.x(newest.day()) + 4, Axis.RIGHT - 7),
                    over,
                    "end",
                    Curve.written(texts.formats(), Curve.number(newest)),
                    wording.outside(newest) ? LATE : INK,
                    600,
                    height == FIRST_CURVE ? 17 : 14));
            add(
                    wording.item(line.item().item()),
                    texts.text(line.log() ? "overview.curve.log" : "overview.curve", line.measure()),
                    "",
                    height,
                    shapes,
                    List.of(new Reading(
                            wording.item(line.item().item()),
                            Thin.of(facts, axis).stream()
                                    .map(fact -> said(fact, wording.value(fact)))
                                    .toList())));
        }
    }

    private void treatments() {
        var drugs = course.values().stream()
                .filter(value -> value.fact().kind() == Kind.TREATMENT
                        && axis.shows(value.fact().day()))
                .toList();
        if (drugs.isEmpty() && !course.drugsIncomplete()) {
            return;
        }
        var shapes = new ArrayList<Shape>();
        var readings = new ArrayList<Reading>();
        double top = y + 6;
        var classes = drugs.stream()
                .map(value -> value.fact().item())
                .distinct()
                .sorted(Comparator.comparingInt(wording::rank))
                .toList();
        for (var drugClass : classes) {
            var named = wording.item(drugClass);
            var bars = new Bars(axis, top + 15, "var(--k%d)".formatted(1 + wording.rank(drugClass) % 5))
                    .after(Axis.LEFT + Words.width(named) + 14);
            shapes.add(new Shape.Words(Axis.LEFT + 4, top + 11, "start", named, QUIET, 400, 13));
            var says = new ArrayList<Said>();
            for (var drug : drugs) {
                var fact = drug.fact();
                if (!fact.item().equals(drugClass)) {
                    continue;
                }
                var until = fact.until();
                var end = until == null ? course.today() : until;
                var why = until == null
                        ? ""
                        : fact.reason().isEmpty() ? texts.text("overview.why.unknown") : wording.reason(fact.reason());
                bars.add(
                        fact.day(),
                        end,
                        wording.drug(fact),
                        why.isEmpty() ? "" : texts.text("overview.stopped", why),
                        wording.concerns(fact.reason())
                                || (until != null && fact.reason().isEmpty()),
                        until == null,
                        course.openQuestion(drug));
                says.add(said(fact, wording.drug(fact)));
                if (until != null) {
                    says.add(new Said(until.plusDays(1), axis.x(until.plusDays(1)), ""));
                }
            }
            says.sort(Comparator.comparing(Said::day));
            shapes.addAll(bars.drawn());
            readings.add(new Reading(named, says));
            top += ROW + 4;
        }
        add(
                "overview.drugs",
                texts.text("overview.drugs.note"),
                course.drugsIncomplete() ? texts.text("overview.drugs.incomplete") : "",
                Math.max(top - y + 6, 62),
                shapes,
                readings);
    }

    private void radiotherapy() {
        var given = shown(Kind.RADIOTHERAPY);
        if (given.isEmpty()) {
            return;
        }
        var bars = new Bars(axis, y + 20, "var(--k4)");
        for (var fact : given) {
            bars.add(fact.day(), orDay(fact.until(), fact), wording.value(fact), "", false, false, false);
        }
        add(
                "overview.radiotherapy",
                texts.text("overview.radiotherapy.note"),
                "",
                46,
                bars.drawn(),
                List.of(new Reading(
                        texts.text("overview.radiotherapy"),
                        given.stream()
                                .map(fact -> said(fact, wording.value(fact)))
                                .toList())));
    }

    private static LocalDate orDay(@Nullable LocalDate until, Fact fact) {
        return until == null ? fact.day() : until;
    }

    /// A lane of points in time, with as many labels as do not run into one another.
    private void marks(Kind kind) {
        var facts = shown(kind);
        if (facts.isEmpty()) {
            return;
        }
        var shapes = new ArrayList<Shape>();
        var words = new Words(2);
        double row = y + 45;
        for (var fact : facts) {
            double x = axis.x(fact.day());
            boolean awaited = fact.state() == State.AWAITED;
            var text = wording.label(fact, awaited ? course.today() : null);
            shapes.add(wording.mark(fact, x, row));
            words.place(x, text, awaited || wording.concerns(fact.reason()) ? LATE : INK);
        }
        shapes.addAll(words.drawn(y + 31, y + 15));
        var key = "overview." + kind.key();
        add(
                key,
                texts.text(key + ".note"),
                "",
                60,
                shapes,
                List.of(new Reading(
                        texts.text(key),
                        facts.stream()
                                .map(fact -> said(fact, fact.day() + " " + wording.label(fact, null)))
                                .toList())));
    }

    /// What patients told on a scale of its own (EQ-5D, pain, distress): a line for each, the first of them.
    private void instruments() {
        var own = course.content().reported().stream().map(Content.Item::item).toList();
        var numbers = shown(Kind.PATIENT_REPORTED).stream()
                .filter(fact -> fact.number() != null && !own.contains(fact.item()) && !names.isPart(fact.item()))
                .toList();
        numbers.stream()
                .map(Fact::item)
                .distinct()
                .sorted()
                .limit(MOST_INSTRUMENTS)
                .forEach(item -> {
                    var facts = numbers.stream()
                            .filter(fact -> fact.item().equals(item))
                            .toList();
                    var scale = "overview.scale." + item;
                    var note = texts.has(scale) ? texts.text(scale) : "";
                    var ends = Scale.ends(note, axis.from());
                    var curve = new Curve(axis, y + 14, y + NEXT_CURVE - 12, false, ends.isEmpty() ? facts : ends);
                    var shapes = new ArrayList<>(curve.frame(texts.formats(), facts));
                    shapes.addAll(curve.line(facts, "var(--k4)"));
                    var newest = facts.getLast();
                    double at = curve.y(Curve.number(newest));
                    shapes.add(Shape.mark('o', axis.x(newest.day()), at, "var(--k4)", NONE, ""));
                    shapes.add(new Shape.Words(
                            Math.min(axis.x(newest.day()) + 4, Axis.RIGHT - 7),
                            at - 10 < y + 14 ? at + 19 : at - 10,
                            "end",
                            Curve.written(texts.formats(), Curve.number(newest)),
                            INK,
                            600,
                            14));
                    // `Vikt, mätt hemma`: what it is of, and under it how.
                    var name = wording.item(item).split(", ", 2);
                    add(
                            name[0],
                            !note.isEmpty() ? note : name.length > 1 ? name[1] : "",
                            "",
                            NEXT_CURVE,
                            shapes,
                            List.of(new Reading(
                                    wording.item(item),
                                    Thin.of(facts, axis).stream()
                                            .map(fact -> said(fact, wording.value(fact)))
                                            .toList())));
                });
    }

    private void reported() {
        var own = course.content().reported().stream().map(Content.Item::item).toList();
        var all = shown(Kind.PATIENT_REPORTED).stream()
                .filter(fact -> fact.number() != null && own.contains(fact.item()))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        var shapes = new ArrayList<Shape>();
        var readings = new ArrayList<Reading>();
        var scale = List.of(
                Fact.of(Kind.PATIENT_REPORTED, "", axis.from()).number(0, ""),
                Fact.of(Kind.PATIENT_REPORTED, "", axis.from()).number(100, ""));
        var curve = new Curve(axis, y + 14, y + 74, false, scale);
        shapes.addAll(curve.frame(texts.formats(), scale));
        var labels = new ArrayList<Label>();
        int colour = 0;
        for (var item : own) {
            var facts = all.stream().filter(fact -> fact.item().equals(item)).toList();
            if (facts.isEmpty()) {
                continue;
            }
            shapes.addAll(curve.line(facts, colour == 0 ? "var(--k4)" : "var(--k5)"));
            colour++;
            var newest = Curve.number(facts.getLast());
            labels.add(
                    new Label(curve.y(newest) - 9, wording.item(item) + " " + Curve.written(texts.formats(), newest)));
            readings.add(new Reading(
                    wording.item(item),
                    facts.stream().map(fact -> said(fact, wording.value(fact))).toList()));
        }
        shapes.addAll(Label.apart(labels, y + 14));
        add("overview.reported", texts.text("overview.reported.note"), "", 90, shapes, readings);
    }

    private void clock() {
        var pathways = course.pathways().stream()
                .filter(one -> axis.shows(one.line().clock().start()))
                .toList();
        if (pathways.isEmpty()) {
            return;
        }
        var lane = new ClockLane(axis, texts);
        pathways.forEach(one -> lane.add(one, y));
        add("overview.clock", texts.text("overview.clock.note"), "", 62, lane.shapes(), lane.readings());
    }
}
