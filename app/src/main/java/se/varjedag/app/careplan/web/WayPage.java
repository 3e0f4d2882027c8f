package se.varjedag.app.careplan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.careplan.Contacts;
import se.varjedag.app.careplan.Contacts.Contact;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.careplan.Way;
import se.varjedag.app.careplan.Way.Stage;
import se.varjedag.app.careplan.Way.State;
import se.varjedag.app.careplan.Way.Step;
import se.varjedag.app.careplan.Way.Visit;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The patient's first page in finished words.
///
/// @param been what she has been at, in a sentence each
/// @param days how many days of how many; null when it has ended
/// @param next what comes next; null when nothing does
/// @param telephone as it is called; empty where the unit has not said
/// @param dial the same with nothing but what is dialled
public record WayPage(
        String date,
        @Nullable Days days,
        @Nullable Next next,
        List<Row> steps,
        List<Call> visits,
        List<String> been,
        List<Person> people,
        String unit,
        String telephone,
        String dial,
        String hours,
        boolean told,
        boolean dismissed,
        boolean over) {

    public WayPage {
        steps = List.copyOf(steps);
        visits = List.copyOf(visits);
        been = List.copyOf(been);
        people = List.copyOf(people);
    }

    /// How long it has taken.
    ///
    /// @param said in a sentence
    /// @param since which day the days are counted from, in a sentence
    /// @param count as the staff's pages write it
    public record Days(String said, String since, String count) {}

    /// What comes next.
    ///
    /// @param when the day, or by when
    /// @param step as the staff's pages name it; null where no visit is booked
    /// @param day  the day of the visit; null where none is booked
    /// @param bring whether somebody should be asked along
    public record Next(
            String when,
            String what,
            String where,
            boolean bring,
            @Nullable String step,
            @Nullable LocalDate day) {}

    /// One step of the way.
    ///
    /// @param state key of how far it has come
    /// @param said the same in a word, for who does not see the mark
    public record Row(String name, String state, String said, String day) {}

    /// A visit she is called to.
    public record Call(String day, String what, String where, List<String> prepare, boolean bring) {
        public Call {
            prepare = List.copyOf(prepare);
        }
    }

    /// Somebody to turn to.
    public record Person(String name, String task, String away) {}

    static WayPage of(
            Way way, Contacts.Reach turn, Reached.By by, Plain words, LocalDate today, UnaryOperator<String> units) {
        var said = new Said(words, today, units);
        return new WayPage(
                words.day(today, today),
                way.over() ? null : said.days(way),
                said.next(way),
                way.steps().stream().map(said::row).toList(),
                way.visits().stream().map(said::call).toList(),
                way.been().stream().map(said::been).toList(),
                turn.people().stream().map(said::person).toList(),
                turn.unit().isEmpty() ? "" : units.apply(turn.unit()),
                by.telephone(),
                by.dialled(),
                by.hours(),
                way.told(),
                way.dismissed(),
                way.over());
    }

    private record Said(Plain words, LocalDate today, UnaryOperator<String> units) {

        Days days(Way way) {
            var limit = way.limit();
            return new Days(
                    limit.isEmpty()
                            ? words.t("mvp.days.only", way.used())
                            : words.t("mvp.days", way.used(), limit.getAsInt()),
                    words.t("mvp.days.since", words.day(way.key().start(), today)),
                    words.used(way));
        }

        @Nullable
        Next next(Way way) {
            var visit = way.visits().stream().findFirst();
            if (visit.isPresent()) {
                return new Next(
                        capital(words.day(visit.get().day(), today)),
                        words.t("mvp.visit." + visit.get().point().key()),
                        where(visit.get()),
                        bring(visit.get()),
                        words.booked(visit.get().point()),
                        visit.get().day());
            }
            return way.now().map(this::next).orElse(null);
        }

        private Next next(Step step) {
            boolean passed = step.latest().filter(day -> day.isBefore(today)).isPresent();
            var when = step.latest()
                    .map(day -> passed ? words.t("mvp.next.passed") : words.t("mvp.next.by", words.day(day, today)))
                    .orElseGet(() -> words.t("mvp.next.nodate"));
            return new Next(
                    when,
                    words.t("mvp.step." + step.stage().key() + ".now"),
                    "",
                    step.stage() == Stage.TOLD,
                    null,
                    null);
        }

        Row row(Step step) {
            return new Row(
                    words.t("mvp.step." + step.stage().key() + (step.state() == State.DONE ? ".done" : "")),
                    step.state().key(),
                    words.t("mvp.state." + step.state().key()),
                    day(step));
        }

        private String day(Step step) {
            if (step.state() == State.DONE) {
                return step.done().map(day -> capital(words.day(day, today))).orElse("");
            }
            return step.booked()
                    .map(day -> words.t("mvp.booked", words.day(day, today)))
                    .or(() -> step.latest()
                            .map(day -> day.isBefore(today)
                                    ? words.t("mvp.passed", words.day(day, today))
                                    : words.t("mvp.latest", words.day(day, today))))
                    .orElse("");
        }

        Call call(Visit visit) {
            var key = "mvp.prepare." + (visit.point() == MeasuringPoint.INFORMED ? "told" : "any");
            return new Call(
                    capital(words.day(visit.day(), today)),
                    words.t("mvp.visit." + visit.point().key()),
                    where(visit),
                    List.of(words.t(key + ".1"), words.t(key + ".2"), words.t(key + ".3")),
                    bring(visit));
        }

        String been(Visit visit) {
            return words.t("mvp.been." + visit.point().key(), words.day(visit.day(), today));
        }

        private String where(Visit visit) {
            return visit.unit().isEmpty() ? "" : units.apply(visit.unit());
        }

        private static boolean bring(Visit visit) {
            return visit.point() == MeasuringPoint.INFORMED || visit.point() == MeasuringPoint.DECISION;
        }

        Person person(Contact contact) {
            return new Person(
                    contact.staff().name(),
                    words.t("mvp.task." + contact.task().key()),
                    contact.cover()
                            .map(name -> words.t(
                                    "mvp.away", name, words.day(contact.until().orElse(today), today)))
                            .orElse(""));
        }

        private static String capital(String text) {
            return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
        }
    }
}
