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
                Scenario.asBest(MeasuringPoint.SPECIMEN_RECEIVED, MeasuringPoint.PATHOLOGY_REPORTED),
                Scenario.capacity(Work.PATHOLOGY, 20, "lab:01-A, norra"));

        assertThat(Scenario.list(Scenario.text(scenarios))).contains(scenarios);
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
                "capacity:pathology:5",
                "capacity:pathology:1001:A",
                "cheaper:5"
            })
    void what_is_no_scenario_is_none(String text) {
        assertThat(Scenario.of(text)).isEmpty();
        assertThat(Scenario.list("limit:21~" + text)).isEmpty();
    }
}
