package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.timeline.RegistrationDelays;
import se.varjedag.app.timeline.RegistrationDelays.Delay;

class DeliveredFiguresTest {
    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.started();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void a_file_of_figures_is_kept_with_the_rows_that_could_not_be_used_and_without_what_looks_like_a_person() {
        var delivered = installation.bean(DeliveredFigures.class);
        var id = delivered.bring("own.csv", """
                svf,region,period,n,within
                lungcancer,12,2023,120,48
                ,,2023Q1,900,
                191212121212,12,2023,1,1
                lungcancer,12,2023,121,48
                """, "Dataansvarig", Instant.parse("2024-02-01T08:00:00Z"));

        assertThat(delivered.latest().getFirst())
                .isEqualTo(new DeliveredFigures.Delivery(
                        id, "own.csv", "Dataansvarig", Instant.parse("2024-02-01T08:00:00Z"), 2, 2));
        var figures = delivered.figures(id);
        assertThat(figures).hasSize(2);
        assertThat(figures.getFirst().figure().svf()).contains("lungcancer");
        assertThat(figures.getFirst().figure().within()).hasValue(48);
        assertThat(figures.getLast().figure().region()).isEqualTo(Optional.empty());
        assertThat(figures.getLast().figure().to()).isEqualTo(LocalDate.of(2023, 3, 31));
        assertThat(figures.getLast().figure().within()).isEmpty();
        assertThat(delivered.refused(id))
                .hasSize(2)
                .noneMatch(row -> row.value().contains("1212121"));
    }

    @Test
    void the_name_of_a_file_is_kept_without_what_looks_like_a_person_or_cannot_be_stored() {
        var delivered = installation.bean(DeliveredFigures.class);
        delivered.bring("19121212-1212\0 " + "å".repeat(300), "", "Dataansvarig", Instant.EPOCH);

        assertThat(delivered.latest().getFirst().file()).startsWith("•••• å").hasSize(200);
    }

    @Test
    void a_row_with_several_faults_is_one_row_that_could_not_be_used() {
        var delivered = installation.bean(DeliveredFigures.class);
        var id = delivered.bring("own.csv", """
                svf,region,period,n
                lungcancer,12,2023,120
                nope,99,sometime,few
                """, "Dataansvarig", Instant.EPOCH);

        assertThat(delivered.latest().getFirst().rejected()).isEqualTo(1);
        assertThat(delivered.refused(id)).hasSize(4);
    }

    @Test
    void a_delay_is_counted_from_the_first_version_by_the_dates_in_stockholm() {
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id,registered",
                "p1,VC010,2023-03-01,01,U1,s,1,2023-03-01T23:30:00Z",
                "p1,VC025,2023-03-05,01,U1,s,2,2023-03-05T08:00:00Z",
                "p1,VE010,2023-03-05,01,U1,s,3,2023-03-20T08:00:00Z",
                "p1,VC035,2023-03-06,01,U1,s,4,");
        installation.read(
                "b.csv",
                "person,code,time,region,unit,source,id,registered",
                "p1,VC025,2023-03-05,14,U1,s,2,2023-05-05T08:00:00Z");
        var march = YearMonth.of(2023, 3);
        var now = installation.timeline().refresh().knownAt();
        var delays = installation.bean(RegistrationDelays.class).of(march, march, now, List.of("VC0"));

        assertThat(delays)
                .containsExactlyInAnyOrder(
                        new Delay("01", "U1", 1, 1), new Delay("01", "U1", 0, 1), new Delay("01", "U1", null, 1));
    }
}
