package se.varjedag.pathway.prognosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Share;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

class PrognosisTest {
    private static final Definitions DEFINITIONS = Definitions.of(Map.of("a.yaml", """
            id: a
            name: {sv: a, en: a}
            source: [https://example.org/made-up]
            codes: {prefix: VC0}
            limits:
              - {treatment: [surgery], days: 30, valid-from: 2016-01-01}
            """, "b.yaml", """
            id: b
            name: {sv: b, en: b}
            source: [https://example.org/made-up]
            codes: {prefix: VB6}
            """));
    private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2023, 6, 30);

    private final List<CareEvent> events = new ArrayList<>();

    @Test
    void a_chance_is_the_share_of_those_before_who_started_in_the_days_left() {
        for (int i = 0; i < 10; i++) {
            run(FIRST, i < 4 ? 20 : 40, "50");
        }
        waiting(TODAY.minusDays(10));

        assertThat(chance()).hasValueSatisfying(chance -> {
            assertThat(chance.value()).isCloseTo(0.4, within(1e-12));
            assertThat(chance.daysLeft()).isEqualTo(20);
            assertThat(chance.alike()).isEqualTo(10);
        });
    }

    @Test
    void who_has_waited_longer_than_the_quick_is_no_longer_one_of_them() {
        for (int i = 0; i < 10; i++) {
            run(FIRST, i < 4 ? 20 : i < 7 ? 28 : 40, "50");
        }
        waiting(TODAY.minusDays(22));

        assertThat(chance().orElseThrow().value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void who_left_could_not_start_any_more() {
        for (int i = 0; i < 10; i++) {
            run(FIRST, 20, i < 5 ? "50" : i < 8 ? "74" : "70");
        }
        waiting(TODAY.minusDays(15));

        assertThat(chance().orElseThrow().value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void at_another_point_others_are_alike() {
        for (int i = 0; i < 10; i++) {
            run(FIRST, 40, "50");
        }
        for (int i = 0; i < 10; i++) {
            visited(FIRST, 10);
            run(FIRST, 25, "50");
        }
        visited(TODAY.minusDays(12), 10);
        waiting(TODAY.minusDays(12));

        assertThat(chance().orElseThrow().value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_unit_of_few_patients_is_drawn_towards_its_region() {
        for (int i = 0; i < 40; i++) {
            run(FIRST, 40, "50");
        }
        for (int i = 0; i < 10; i++) {
            at("12", "u").run(FIRST, 20, "50");
        }
        at("12", "u").waiting(TODAY.minusDays(14));

        double all = 10 / 50.0;
        double region = (10 * 1.0 + 20 * all) / 30;
        double unit = (10 * 1.0 + 20 * region) / 30;
        assertThat(chance().orElseThrow().value()).isCloseTo(unit, within(1e-12));
    }

    @Test
    void nobody_starts_in_time_when_the_time_is_over() {
        run(FIRST, 20, "50");
        waiting(TODAY.minusDays(30));

        assertThat(chance().orElseThrow().value()).isZero();
        assertThat(chance().orElseThrow().daysLeft()).isZero();
    }

    @Test
    void without_a_known_limit_or_anybody_before_there_is_no_chance_to_give() {
        waiting(TODAY.minusDays(10));
        assertThat(chance()).isEmpty();

        events.clear();
        run(FIRST, 20, "50");
        events.add(CareEvent.of("x", "VB610", TODAY.minusDays(10)).at("01", ""));
        assertThat(chance()).isEmpty();
    }

    @Test
    void what_happened_long_ago_is_not_learnt_from() {
        for (int i = 0; i < 10; i++) {
            run(FIRST.minusYears(3), 20, "50");
            run(FIRST, 40, "50");
        }
        waiting(TODAY.minusDays(10));

        assertThat(chance().orElseThrow().value()).isZero();
    }

    @Test
    void a_prognosis_of_an_earlier_day_knows_nothing_later() {
        for (int i = 0; i < 10; i++) {
            run(FIRST, 20, "50");
            run(TODAY.minusDays(10), 25, "74");
        }
        var now = traced(null);
        var then = new Tracer(DEFINITIONS).trace(now.timelines().asOf(TODAY));
        var early = events.stream().filter(event -> !event.day().isAfter(TODAY)).toList();
        events.clear();
        events.addAll(early);
        var alone = traced(TODAY);

        assertThat(chances(then)).isNotEmpty().isEqualTo(chances(alone));
    }

    @Test
    void a_chance_is_judged_by_what_came_after() {
        for (int i = 0; i < 10; i++) {
            run(FIRST, i < 4 ? 20 : 40, "50");
        }
        run(TODAY.minusDays(10), 30, "50");
        run(TODAY.minusDays(10), 31, "50");
        run(TODAY.minusDays(10), 12, "70");
        waiting(TODAY.minusDays(9));
        var then = new Tracer(DEFINITIONS).trace(traced(null).timelines().asOf(TODAY));
        var later = traced(TODAY.plusDays(21));
        var sooner = traced(TODAY.plusDays(20));

        var judged = HeldBack.judge(Prognosis.learn(then), later);
        assertThat(judged.forecasts()).extracting(Forecast::kept).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(judged.undecided()).isZero();
        assertThat(judged.forecasts()).allSatisfy(one -> {
            assertThat(one.madeOn()).isEqualTo(TODAY);
            assertThat(one.svf()).isEqualTo("a");
        });
        assertThat(HeldBack.judge(Prognosis.learn(then), sooner).undecided()).isEqualTo(1);
        assertThat(judged.plus(judged).forecasts()).hasSize(8);
    }

    @Test
    void a_prognosis_needs_the_points() {
        var bare = new Tracer(DEFINITIONS).withoutPoints().trace(traced(null).timelines());

        assertThatThrownBy(() -> Prognosis.learn(bare)).hasMessageContaining("with their points");
    }

    @Test
    void chances_that_hold_fall_into_bands_of_their_own_share() {
        var calibration = Calibration.of(
                List.of(forecast(0.1, false), forecast(0.19, true), forecast(0.9, true), forecast(1, true)));

        assertThat(calibration.bands()).hasSize(2);
        assertThat(calibration.bands().getFirst().kept()).isEqualTo(new Share(1, 2));
        assertThat(calibration.bands().getFirst().given()).isCloseTo(0.145, within(1e-12));
        assertThat(calibration.bands().getFirst().from()).isEqualTo(0.1);
        assertThat(calibration.bands().getLast().to()).isEqualTo(1);
        assertThat(calibration.kept()).isEqualTo(new Share(3, 4));
        assertThat(calibration.brier().orElseThrow()).isCloseTo((0.01 + 0.81 * 0.81 + 0.01 + 0) / 4, within(1e-12));
        assertThat(calibration.baseBrier()).hasValue(0.75 * 0.25);
        assertThat(calibration.skill().orElseThrow())
                .isCloseTo(1 - calibration.brier().orElseThrow() / 0.1875, within(1e-12));
    }

    @Test
    void nobody_judged_gives_no_score() {
        assertThat(Calibration.of(List.of()).brier()).isEmpty();
        assertThat(Calibration.of(List.of()).skill()).isEmpty();
        assertThat(Calibration.of(List.of(forecast(0.5, true))).skill()).isEmpty();
    }

    @Test
    void an_outlook_adds_up_chances() {
        var outlook = Outlook.NONE.with(new Chance(0.5, 3, 1)).with(new Chance(0, -2, 1));

        assertThat(outlook).isEqualTo(new Outlook(2, 1, 0.5, 0.25));
        assertThat(outlook.plus(outlook)).isEqualTo(new Outlook(4, 2, 1, 0.5));
        assertThat(outlook.interval(0.95)).isEqualTo(new Interval(0, 1));
        assertThat(new Outlook(100, 100, 50, 25).interval(0.95).lower()).isCloseTo(40.2, within(0.001));
        assertThatThrownBy(() -> new Chance(1.5, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Forecast forecast(double chance, boolean kept) {
        return new Forecast(TODAY, "a", chance, kept);
    }

    /// The chance of the last pathway told of.
    private Optional<Chance> chance() {
        var traced = traced(TODAY);
        var prognosis = Prognosis.learn(traced);
        for (int i = 0; i < traced.size(); i++) {
            if (traced.state(i).open()) {
                return prognosis.chance(i);
            }
        }
        throw new AssertionError("Nobody waits");
    }

    private static List<Optional<Chance>> chances(TracedPathways traced) {
        var prognosis = Prognosis.learn(traced);
        var chances = new ArrayList<Optional<Chance>>();
        for (int i = 0; i < traced.size(); i++) {
            chances.add(prognosis.chance(i));
        }
        return chances;
    }

    private String region = "01";
    private String unit = "";

    private PrognosisTest at(String where, String who) {
        region = where;
        unit = who;
        return this;
    }

    private String next() {
        return "p"
                + events.stream().filter(event -> event.code().endsWith("10")).count();
    }

    private void run(LocalDate start, int days, String end) {
        var person = next();
        events.add(CareEvent.of(person, "VC010", start).at(region, unit));
        events.add(CareEvent.of(person, "VC0" + end, start.plusDays(days)).at(region, unit));
    }

    private void waiting(LocalDate start) {
        events.add(CareEvent.of(next(), "VC010", start).at(region, unit));
    }

    /// A first visit of the one who is told of next.
    private void visited(LocalDate start, int days) {
        events.add(CareEvent.of(next(), "VC025", start.plusDays(days)).at(region, unit));
    }

    private TracedPathways traced(@org.jspecify.annotations.Nullable LocalDate asOf) {
        var columns = EventColumns.builder();
        events.forEach(columns::add);
        return new Tracer(DEFINITIONS).trace(Timelines.of(columns.build(), null, asOf));
    }
}
