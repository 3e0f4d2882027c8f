package se.varjedag.app.followup.web.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.DeliveredFigures;
import se.varjedag.app.followup.DeliveredFigures.Delivered;
import se.varjedag.app.followup.DeliveredFigures.Delivery;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.LimitCount;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.registration.Faults;
import se.varjedag.pathway.registration.Reconciliation;
import se.varjedag.pathway.registration.Reconciliation.Cause;
import se.varjedag.pathway.statistics.Share;

/// Delivered figures beside ours, and what may explain the difference of one of them.
///
/// @param figure what can be taken away; null without a delivery
/// @param file   the delivery in words; empty without one
/// @param detail the figure looked into; null when there is none
public record ReconciliationView(
        @Nullable Figure figure,
        List<Other> deliveries,
        String file,
        List<Row> rows,
        List<Refused> refused,
        @Nullable Detail detail) {

    /// Where nothing has been delivered.
    public static final ReconciliationView NONE =
            new ReconciliationView(null, List.of(), "", List.of(), List.of(), null);

    private static final int MOST_PATIENTS = 50;

    public ReconciliationView {
        deliveries = List.copyOf(deliveries);
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /// A delivery that can be chosen.
    public record Other(String words, String path, boolean current) {}

    /// A figure beside ours.
    ///
    /// @param row `own` for the one looked into, otherwise null
    public record Row(
            String name,
            String period,
            String path,
            String theirs,
            String ours,
            String difference,
            String theirShare,
            String ourShare,
            @Nullable String row) {}

    /// A row that could not be used.
    public record Refused(String line, String column, String value, String reason) {}

    /// What may explain the difference of one figure.
    public record Detail(String title, String verdict, List<CauseRow> causes) {

        public Detail {
            causes = List.copyOf(causes);
        }
    }

    /// One rule by which the other count may differ.
    ///
    /// @param fits     whether it makes up the whole difference by itself
    /// @param patients those it concerns; empty where the reader may not see them
    public record CauseRow(
            String name,
            String explained,
            String count,
            String effect,
            boolean fits,
            List<Patient> patients,
            String more) {

        public CauseRow {
            patients = List.copyOf(patients);
        }
    }

    /// One pathway that a rule concerns.
    public record Patient(String person, String pathway, String start, String end, String from, String to) {}

    private record Line(Delivered delivered, long n, LimitCount limits) {

        long difference() {
            return delivered.figure().n() - n;
        }

        OptionalDouble theirShare() {
            var figure = delivered.figure();
            return figure.within().isEmpty() || figure.n() == 0
                    ? OptionalDouble.empty()
                    : new Share(figure.within().getAsLong(), figure.n()).value();
        }
    }

    static ReconciliationView of(Reading reading, DeliveredFigures delivered, boolean patients) {
        var latest = delivered.latest();
        var wanted = number(reading, "leverans");
        var current = wanted.isEmpty()
                ? latest.stream().findFirst()
                : latest.stream().filter(one -> one.id() == wanted.get()).findFirst();
        var others = latest.stream()
                .map(one -> new Other(
                        words(reading, one),
                        reading.folder() + reading.selection().with("leverans", String.valueOf(one.id()))
                                + "#avstamning",
                        current.filter(one::equals).isPresent()))
                .toList();
        if (current.isEmpty()) {
            return new ReconciliationView(null, others, "", List.of(), List.of(), null);
        }
        var lines = delivered.figures(current.get().id()).stream()
                .map(one -> line(reading, one))
                .toList();
        var chosen = chosen(reading, lines);
        var figure = reading.figure(
                "avstamning",
                reading.t("registration.reconcile.question"),
                words(reading, current.get()),
                null,
                columns(reading).table("avstamning", lines),
                "avstamning",
                List.of(Rich.of(reading.t("registration.reconcile.foot"))));
        return new ReconciliationView(
                figure,
                others,
                words(reading, current.get()),
                lines.stream()
                        .map(line ->
                                row(reading, line, chosen.filter(line::equals).isPresent()))
                        .toList(),
                delivered.refused(current.get().id()).stream()
                        .map(row -> new Refused(
                                row.line() == 0
                                        ? Formats.NONE
                                        : reading.formats().whole(row.line()),
                                row.column(),
                                row.value(),
                                reading.texts().language() == Language.SV ? row.swedish() : row.english()))
                        .toList(),
                chosen.map(line -> detail(reading, line, patients)).orElse(null));
    }

    private static Optional<Long> number(Reading reading, String name) {
        return reading.selection().own(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException _) {
                throw Selection.unclear(name, text);
            }
        });
    }

    /// The row asked for, otherwise the one that differs most.
    private static Optional<Line> chosen(Reading reading, List<Line> lines) {
        var wanted = number(reading, "rad");
        return wanted.isPresent()
                ? lines.stream()
                        .filter(line -> line.delivered().line() == wanted.get())
                        .findFirst()
                : lines.stream()
                        .filter(line -> line.difference() != 0)
                        .max(Comparator.comparingLong(line -> Math.abs(line.difference())));
    }

    private static String words(Reading reading, Delivery one) {
        var formats = reading.formats();
        return reading.t(
                "registration.reconcile.file",
                one.file(),
                one.by(),
                formats.moment(one.at()),
                formats.whole(one.figures()),
                formats.whole(one.rejected()));
    }

    private static Line line(Reading reading, Delivered one) {
        var figure = one.figure();
        var question = Question.leadTime().period(figure.from(), figure.to());
        figure.svf().ifPresent(id -> question.only(GroupKey.SVF, id));
        figure.region().ifPresent(code -> question.only(GroupKey.REGION, code));
        var ours = reading.basis().answer(question.build()).total();
        return new Line(
                one, ours.map(Group::n).orElse(0L), ours.map(Group::limits).orElse(LimitCount.NONE));
    }

    private static String name(Reading reading, Line line) {
        var figure = line.delivered().figure();
        return figure.svf()
                        .map(id -> GroupNames.name(reading, GroupKey.SVF, id))
                        .orElseGet(() -> reading.t("registration.reconcile.everypathway"))
                + ", "
                + figure.region()
                        .map(code -> GroupNames.name(reading, GroupKey.REGION, code))
                        .orElseGet(() -> reading.t("nation"));
    }

    private static String period(Reading reading, Line line) {
        var figure = line.delivered().figure();
        return reading.formats().period(figure.from(), figure.to());
    }

    private static Row row(Reading reading, Line line, boolean chosen) {
        var formats = reading.formats();
        return new Row(
                name(reading, line),
                period(reading, line),
                reading.folder()
                        + reading.selection()
                                .with("rad", String.valueOf(line.delivered().line()))
                        + "#skillnad",
                formats.whole(line.delivered().figure().n()),
                formats.whole(line.n()),
                signed(formats, line.difference()),
                formats.percent(line.theirShare(), 1),
                formats.percent(line.limits().share().value(), 1),
                chosen ? "own" : null);
    }

    private static String signed(Formats formats, long number) {
        return number > 0 ? "+" + formats.whole(number) : formats.whole(number);
    }

    private static Columns<Line> columns(Reading reading) {
        return new Columns<Line>()
                .words(reading.t("registration.reconcile.figure"), line -> name(reading, line))
                .words(reading.t("registration.reconcile.period"), line -> period(reading, line))
                .number(
                        reading.t("registration.reconcile.theirs"),
                        line -> Cell.of(line.delivered().figure().n()))
                .number(reading.t("registration.reconcile.ours"), line -> Cell.of(line.n()))
                .number(reading.t("registration.reconcile.difference"), line -> Cell.of(line.difference()))
                .number(reading.t("registration.reconcile.theirshare"), line -> Cell.share(line.theirShare(), 1))
                .number(
                        reading.t("registration.reconcile.ourshare"),
                        line -> Cell.share(line.limits().share().value(), 1));
    }

    private static Detail detail(Reading reading, Line line, boolean patients) {
        var formats = reading.formats();
        var traced = reading.basis().traced();
        var laid = Reconciliation.of(traced, Faults.of(traced), line.delivered().figure());
        var fitting = laid.fitting();
        var causes = Arrays.stream(Cause.values())
                .filter(cause -> laid.count(cause) > 0)
                .map(cause -> cause(reading, laid, cause, fitting.contains(cause), patients))
                .toList();
        var difference = laid.difference();
        var verdict = difference == 0
                ? reading.t("registration.reconcile.same", formats.whole(laid.n()))
                : reading.t(
                        difference > 0 ? "registration.reconcile.more" : "registration.reconcile.fewer",
                        formats.whole(Math.abs(difference)),
                        formats.whole(laid.n()),
                        reading.t(
                                fitting.isEmpty()
                                        ? "registration.reconcile.nofit"
                                        : fitting.size() == 1
                                                ? "registration.reconcile.onefit"
                                                : "registration.reconcile.fits"));
        return new Detail(name(reading, line) + ", " + period(reading, line), verdict, causes);
    }

    private static CauseRow cause(Reading reading, Reconciliation laid, Cause cause, boolean fits, boolean patients) {
        var formats = reading.formats();
        var places = laid.pathways().getOrDefault(cause, List.of());
        var near = places.stream()
                .filter(pathway ->
                        patients && reading.own().covers(reading.basis().traced(), pathway))
                .toList();
        var shown = near.subList(0, Math.min(MOST_PATIENTS, near.size()));
        return new CauseRow(
                reading.t("registration.cause." + cause),
                reading.t("registration.cause." + cause + ".why"),
                formats.whole(places.size()),
                reading.t(cause.adds() ? "registration.reconcile.adds" : "registration.reconcile.takes"),
                fits,
                shown.stream().map(pathway -> patient(reading, pathway)).toList(),
                shown.size() < near.size()
                        ? reading.t("registration.reconcile.morepatients", formats.whole(near.size() - shown.size()))
                        : "");
    }

    private static Patient patient(Reading reading, int pathway) {
        var traced = reading.basis().traced();
        var timelines = traced.timelines();
        var formats = reading.formats();
        boolean open = traced.state(pathway).open();
        var endUnit = timelines.unitText(open ? traced.waitingUnit(pathway) : traced.endUnit(pathway));
        return new Patient(
                UnsettledView.person(timelines.person(traced.person(pathway))),
                traced.definitions()
                        .all()
                        .get(traced.definition(pathway))
                        .name(reading.texts().language()),
                formats.date(LocalDate.ofEpochDay(traced.start(pathway))),
                open ? Formats.NONE : formats.date(LocalDate.ofEpochDay(traced.end(pathway))),
                FindingsView.unit(reading, timelines.unitText(timelines.unit(traced.startRow(pathway)))),
                FindingsView.unit(reading, endUnit));
    }

    /// What can be taken away; none without a delivery.
    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        if (figure != null) {
            figures.add(figure);
        }
        return figures;
    }
}
