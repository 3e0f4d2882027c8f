package se.varjedag.pathway.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.reported.Difference.What;
import se.varjedag.pathway.reported.Difference.Why;
import se.varjedag.pathway.reported.MonthReport.Note;
import se.varjedag.pathway.trace.RandomPatients;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// What is reported nationally of a month, and that what differs from the last report adds up.
class ReportedTest {
    private static final Tracer TRACER = new Tracer(Definitions.shipped()).listingFindings();
    private static final YearMonth MARCH = YearMonth.of(2023, 3);
    private static final YearMonth APRIL = YearMonth.of(2023, 4);

    /// Events written `person code date region home`, `-` for what is not said.
    private static TracedPathways known(String... lines) {
        var events = new ArrayList<CareEvent>();
        for (var line : lines) {
            var words = line.split(" ");
            events.add(event(
                    words[0],
                    words[1],
                    LocalDate.parse(words[2]),
                    words.length > 3 && !words[3].equals("-") ? words[3] : "",
                    words.length > 4 ? words[4] : "",
                    events.size()));
        }
        return trace(events);
    }

    private static CareEvent event(String person, String code, LocalDate day, String region, String home, int number) {
        return new CareEvent(
                person, code, day, "u", region, home, "", null, "", "s", "e" + number, CareEvent.Status.DONE, null, "");
    }

    private static TracedPathways trace(List<CareEvent> events) {
        return TRACER.trace(Timelines.of(EventColumns.of(events), null, null));
    }

    @Test
    void a_month_is_reported_as_its_starts_and_ends_with_code_date_region_and_county_of_residence() {
        var report = MonthReport.of(
                known(
                        "p1 VC010 2023-03-02 12 13",
                        "p1 VC050 2023-04-10 12",
                        "p2 VG910 2023-02-20 12",
                        "p2 VG952 2023-03-31 12",
                        "p3 VC010 2023-03-05 14 14",
                        "p4 VC010 2023-03-01 12 12",
                        "p4 VC025 2023-03-03 12",
                        "p4 VC070 2023-03-04 12"),
                "12",
                MARCH);

        assertThat(report.csv()).isEqualTo("""
                code,date,region,home_region
                VC010,2023-03-01,12,12
                VC010,2023-03-02,12,13
                VC070,2023-03-04,12,12
                VG952,2023-03-31,12,
                """.replace("\n", "\r\n"));
        assertThat(report.notes()).isEqualTo(Map.of(Note.HOME_UNKNOWN, 1L));
        assertThat(report.count(ReportedRow.Kind.START)).isEqualTo(2);
        assertThat(report.count(ReportedRow.Kind.TREATED)).isEqualTo(1);
        assertThat(report.count(ReportedRow.Kind.NOT_MET)).isEqualTo(1);
    }

    @Test
    void a_patient_who_was_moved_is_reported_by_the_region_that_ended_the_pathway() {
        var traced = known("p1 VC010 2023-03-02 12 12", "p1 VC091 2023-03-10 14", "p1 VC050 2023-03-20 14");

        assertThat(MonthReport.of(traced, "12", MARCH).rows())
                .extracting(ReportedRow::line)
                .containsExactly("VC010,2023-03-02,12,12");
        assertThat(MonthReport.of(traced, "14", MARCH).rows())
                .extracting(ReportedRow::line)
                .containsExactly("VC050,2023-03-20,14,12");
    }

    @Test
    void an_end_by_death_is_reported_as_other_medical_reasons_and_one_of_no_region_is_told() {
        var traced = known(
                "p1 VC010 2023-03-02 12 12",
                "p1 died 2023-03-10 12",
                "p2 VC010 2023-03-02 12 12",
                "p2 died 2023-03-11 -");
        var report = MonthReport.of(traced, "12", MARCH);

        assertThat(report.rows())
                .extracting(ReportedRow::line)
                .containsExactly("VC010,2023-03-02,12,12", "VC010,2023-03-02,12,12", "VC074,2023-03-10,12,12");
        assertThat(report.notes()).isEqualTo(Map.of(Note.DIED, 1L, Note.NO_REGION, 1L));
    }

    @Test
    void what_opens_or_ends_nothing_is_not_reported_but_told() {
        var report = MonthReport.of(
                known(
                        "p1 VC010 2023-03-02 12 12",
                        "p1 VC010 2023-03-03 12 12",
                        "p1 VC050 2023-03-10 12",
                        "p1 VC052 2023-03-12 12",
                        "p2 VG950 2023-03-12 12"),
                "12",
                MARCH);

        assertThat(report.rows()).hasSize(2);
        assertThat(report.notes()).containsEntry(Note.IDLE, 3L);
    }

    @Test
    void what_was_corrected_since_the_last_report_is_told_with_the_reason() {
        var then = known(
                "a VC010 2023-03-02 12 12",
                "b VC010 2023-03-03 12 12",
                "b VC050 2023-03-20 12",
                "c VC010 2023-03-04 12 12",
                "d VC010 2023-03-05 12 12",
                "d VC050 2023-03-25 12",
                "e VC010 2023-03-06 12",
                "f VC010 2023-03-07 12 12");
        var now = known(
                "a VC010 2023-03-01 12 12",
                "b VC010 2023-03-03 12 12",
                "b VC052 2023-03-20 12",
                "d VC010 2023-03-05 12 12",
                "d VC076 2023-03-15 12",
                "d VC050 2023-03-25 12",
                "e VC010 2023-03-06 12 13",
                "f VC010 2023-03-07 14 12",
                "g VC010 2023-03-09 12 12",
                "g VC050 2023-04-09 12");
        var differences = Differences.between(then, Months.only(MARCH), now, "12", APRIL);

        assertThat(differences.rows())
                .extracting(
                        Difference::what,
                        row -> row.shown().line(),
                        row -> row.was().map(ReportedRow::line).orElse(""),
                        Difference::why)
                .containsExactly(
                        tuple(What.ADDED, "VC010,2023-03-09,12,12", "", Why.REGISTERED_LATER),
                        tuple(What.CHANGED, "VC010,2023-03-01,12,12", "VC010,2023-03-02,12,12", Why.DATE),
                        tuple(What.CHANGED, "VC010,2023-03-06,12,13", "VC010,2023-03-06,12,", Why.HOME_REGION),
                        tuple(What.CHANGED, "VC076,2023-03-15,12,12", "VC050,2023-03-25,12,12", Why.SEVERAL),
                        tuple(What.CHANGED, "VC052,2023-03-20,12,12", "VC050,2023-03-20,12,12", Why.CODE),
                        tuple(What.WITHDRAWN, "VC010,2023-03-04,12,12", "VC010,2023-03-04,12,12", Why.TAKEN_BACK),
                        tuple(What.WITHDRAWN, "VC010,2023-03-07,12,12", "VC010,2023-03-07,12,12", Why.REGION));
        assertThat(differences.newMonth()).isEqualTo(1);
    }

    @Test
    void an_event_that_stands_but_does_nothing_any_more_is_withdrawn_because_of_another() {
        var then = known("a VC010 2023-03-20 12 12");
        var now = known("a VC010 2023-01-10 12 12", "a VC010 2023-03-20 12 12");

        assertThat(Differences.between(then, Months.only(MARCH), now, "12", APRIL)
                        .rows())
                .extracting(Difference::what, Difference::why)
                .containsExactly(tuple(What.WITHDRAWN, Why.FOLLOWS));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void the_last_report_and_the_differences_and_the_new_month_are_what_is_reported_now(@ForAll long seed) {
        var random = new Random(seed);
        var log = new ArrayList<CareEvent>();
        for (int i = 0; i < 4; i++) {
            var name = "c" + i;
            new RandomPatients(random.nextLong()).some().forEach(event -> log.add(somewhere(random, event, name)));
        }
        var before = trace(log);
        change(random, log);
        var after = trace(log);
        var region = random.nextBoolean() ? "01" : "14";
        var first = monthOf(random, log);
        var reported =
                random.nextBoolean() ? Months.only(first) : Months.only(first).with(monthOf(random, log));
        var month = monthOf(random, log);

        var differences = Differences.between(before, reported, after, region, month);

        var sum = new ArrayList<>(Differences.reported(before, reported, region));
        for (var row : differences.rows()) {
            row.was().ifPresent(gone -> assertThat(sum.remove(gone)).isTrue());
        }
        differences.rows().forEach(row -> row.is().ifPresent(sum::add));
        var file = MonthReport.of(after, region, month).rows();
        if (!reported.contains(month)) {
            sum.addAll(file);
            assertThat(differences.newMonth()).isEqualTo(file.size());
        }
        sum.sort(null);
        assertThat(sum).isEqualTo(Differences.reported(after, reported.with(month), region));
        assertThat(file).isEqualTo(Differences.reported(after, Months.only(month), region));
        assertThat(Differences.between(after, reported.with(month), after, region, month)
                        .rows())
                .isEmpty();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void as_many_are_reported_as_treated_and_as_left_as_the_figures_by_end_date_count(@ForAll long seed) {
        var random = new Random(seed);
        var log = new ArrayList<CareEvent>();
        for (int i = 0; i < 6; i++) {
            var name = "c" + i;
            new RandomPatients(random.nextLong()).some().forEach(event -> log.add(somewhere(random, event, name)));
        }
        var traced = trace(log);
        var month = monthOf(random, log);
        var answer = Answers.answer(
                traced,
                Question.leadTime()
                        .by(List.of())
                        .only(GroupKey.REGION, "01")
                        .period(month.atDay(1), month.atEndOfMonth())
                        .build(),
                Optional.empty());
        var report = MonthReport.of(traced, "01", month);

        long treated = 0;
        long left = 0;
        for (var group : answer.groups()) {
            treated += group.n();
            left += group.left();
        }
        assertThat(report.count(ReportedRow.Kind.TREATED)).isEqualTo(treated);
        assertThat(report.count(ReportedRow.Kind.LEFT)).isEqualTo(left);
    }

    private static CareEvent somewhere(Random random, CareEvent event, String name) {
        return new CareEvent(
                name + event.person(),
                event.code(),
                event.day(),
                event.unit(),
                event.region(),
                random.nextInt(3) == 0 ? "" : "0" + random.nextInt(9),
                "",
                event.born(),
                event.pathway(),
                "s",
                name + event.person() + event.id(),
                event.status(),
                null,
                event.ref());
    }

    private static void change(Random random, List<CareEvent> log) {
        for (int times = random.nextInt(8); times > 0 && !log.isEmpty(); times--) {
            int at = random.nextInt(log.size());
            var event = log.get(at);
            switch (random.nextInt(4)) {
                case 0 -> log.remove(at);
                case 1 -> log.set(at, moved(event, event.day().plusDays(random.nextInt(60) - 30L), event.region()));
                case 2 -> log.set(at, moved(event, event.day(), random.nextBoolean() ? "01" : "14"));
                default ->
                    new RandomPatients(random.nextLong())
                            .some()
                            .forEach(more -> log.add(somewhere(random, more, "c" + random.nextInt(5))));
            }
        }
    }

    private static CareEvent moved(CareEvent event, LocalDate day, String region) {
        return new CareEvent(
                event.person(),
                event.code(),
                day,
                event.unit(),
                region,
                event.homeRegion(),
                event.sex(),
                event.born(),
                event.pathway(),
                event.source(),
                event.id(),
                event.status(),
                event.registered(),
                event.ref());
    }

    private static YearMonth monthOf(Random random, List<CareEvent> log) {
        return log.isEmpty()
                ? MARCH
                : YearMonth.from(log.get(random.nextInt(log.size())).day());
    }
}
