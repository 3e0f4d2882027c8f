package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;

class OpenBeforehandTest {
    private static final String HEADER = "person,code,time,region,source,id";

    @Test
    void open_figures_are_worked_out_after_each_change_before_somebody_asks() {
        try (var installation = Installation.started()) {
            var followUp = installation.bean(FollowUp.class);
            var beforehand = installation.bean(OpenBeforehand.class);
            installation.read("a.csv", HEADER, "p1,VC010,2023-03-01,01,s,1", "p1,VC050,2024-01-10,01,s,2");
            installation.timeline().refresh();
            assertThat(followUp.open(followUp.current()).prepared()).isFalse();

            beforehand.work(() -> true);

            assertThat(followUp.open(followUp.current()).prepared()).isTrue();
        }
    }
}
