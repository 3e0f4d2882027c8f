package se.varjedag.app.followup.web.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.whatif.Work;

class ScenarioTest {

    @Test
    void scenarios_come_back_from_their_link_as_they_were() {
        var scenarios = List.of(
                Scenario.limit(21),
                Scenario.atAllowance(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT),
                Scenario.atMost(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT, 9),
                Scenario.asBest(MeasuringPoint.SPECIMEN_RECEIVED, MeasuringPoint.PATHOLOGY_REPORTED),
                Scenario.capacity(Work.PATHOLOGY, 20, "lab:01-A, norra"));

        assertThat(Scenario.list(Scenario.text(scenarios))).contains(scenarios);
    }

    @Test
    void a_unit_may_be_called_anything() {
        var scenario = Scenario.capacity(Work.PATHOLOGY, 20, "~lab! 100% #1:b");
        var together = Scenario.together(List.of(Scenario.limit(21), scenario)).orElseThrow();

        assertThat(Scenario.list(Scenario.text(List.of(scenario, together)))).contains(List.of(scenario, together));
        assertThat(Scenario.of(
                        Scenario.capacityOf(Work.PATHOLOGY, "~lab! 100% #1:b").replaceFirst("#", "20")))
                .contains(scenario);
    }

    @Test
    void several_together_are_each_of_them_once() {
        var limit = Scenario.limit(21);
        var step = Scenario.atAllowance(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT);
        var best = Scenario.asBest(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT);
        var two = Scenario.together(List.of(limit, step)).orElseThrow();

        var three = Scenario.together(List.of(two, best, limit)).orElseThrow();

        assertThat(three.parts()).containsExactly(limit, step, best);
        assertThat(Scenario.list(Scenario.text(List.of(two, three)))).contains(List.of(two, three));
        assertThat(three.otherLimit()).isTrue();
        assertThat(Scenario.together(List.of(step, best)).orElseThrow().otherLimit())
                .isFalse();
        assertThat(Scenario.together(List.of(step, step))).contains(step);
        assertThat(Scenario.together(List.of())).isEmpty();
    }

    @Test
    void another_number_in_one_is_another_number_where_it_stands_with_others() {
        var limit = Scenario.limit(21);
        var step = Scenario.atAllowance(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT);
        var two = Scenario.together(List.of(limit, step)).orElseThrow();
        var longer = limit.withNumber("28").orElseThrow();

        assertThat(two.replacing(limit, longer).parts()).containsExactly(Scenario.limit(28), step);
        assertThat(step.replacing(limit, longer)).isEqualTo(step);
        assertThat(step.withNumber("9")).contains(Scenario.atMost(MeasuringPoint.FIRST_VISIT, MeasuringPoint.MDT, 9));
        assertThat(Scenario.capacity(Work.IMAGING, 5, "A").withNumber("2000")).isEmpty();
        assertThat(two.withNumber("9")).isEmpty();
    }

    @Test
    void none_is_a_list_too() {
        assertThat(Scenario.text(List.of())).isEqualTo("0");
        assertThat(Scenario.list("0")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "limit",
                "limit:x",
                "limit:-1",
                "limit:9999",
                "best:mdt",
                "best:mdt..moon",
                "capacity:cooking:5:A",
                "most:5",
                "most:x:first-visit..mdt",
                "together:limit:21",
                "together:limit:21!together:limit:21!limit:28",
                "together:limit:21!",
                "capacity:pathology:5",
                "capacity:pathology:1001:A",
                "cheaper:5"
            })
    void what_is_no_scenario_is_none(String text) {
        assertThat(Scenario.of(text)).isEmpty();
        assertThat(Scenario.list("limit:21~" + text)).isEmpty();
    }
}
