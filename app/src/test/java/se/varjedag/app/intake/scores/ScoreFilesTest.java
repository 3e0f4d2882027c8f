package se.varjedag.app.intake.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.intake.RejectedRow;

/// Scores of EQ-5D and the Distress Thermometer come in as CSV, numbers only.
class ScoreFilesTest {
    private static final String HEADER = "person,instrument,score,day,unit,source,id,licence";
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        installation = Installation.serving(home);
        Ward.units(installation);
        installation.read("a.csv", "person,code,time,region,unit,source,id", "p1,VJ110,2023-03-01,05,A1,s,1");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static List<RejectedRow> rejects(ImportRun run) {
        return installation.bean(Imports.class).rejects(run.id(), 1).rows();
    }

    @Test
    void scores_stand_in_the_overview_and_beside_the_forms_with_their_licence_and_the_same_file_again_adds_nothing()
            throws Exception {
        String[] file = {
            HEADER,
            "p1,eq-vas,72,2024-02-01,A1,eqreg,1,EuroQol 4711",
            "p1,eq-5d-5l-index,0.815,2024-02-01,A1,eqreg,2,EuroQol 4711",
            "p1,distress-thermometer,6,2024-02-01,A1,eqreg,3,NCCN 12"
        };
        var run = installation.read("scores.csv", file);
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.swedish()).contains("3 poäng", "Värden till översikten: 3 nya, 0 redan kända");
        assertThat(installation.read("scores.csv", file).swedish()).contains("0 nya, 3 redan kända");

        try (var anna = new Visit(installation, "anna", Ward.PASSWORD)) {
            var person = Ward.person(installation, "p1");
            assertThat(anna.get("/patient/" + person + "/oversikt?period=allt", "text/html")
                            .body())
                    .contains("EQ VAS", "Distresstermometern", "0–10, 0 är bäst", "licens EuroQol 4711", "0,815");
            assertThat(anna.get("/patient/" + person + "/formular", "text/html").body())
                    .contains("Inlästa poäng", "licens NCCN 12", "72");
        }

        installation.read("back.csv", HEADER, ",,,,,eqreg,3,");
        assertThat(installation.count("select count(*) from clinical_value where state = 'withdrawn'"))
                .isEqualTo(1);
    }

    @Test
    void a_bad_line_is_told_of_in_a_clear_sentence_and_the_others_go_on() {
        var run = installation.read(
                "bad.csv",
                HEADER,
                "p1,eq-vas,101,2024-03-01,A1,bad,1,L",
                "p1,eq-vas,55.5,2024-03-01,A1,bad,2,L",
                "p1,sf-36,55,2024-03-01,A1,bad,3,L",
                "p1,eq-vas,55,2024-03-01,A1,bad,4,",
                "p1,eq-vas,x,2024-03-01,A1,bad,5,L",
                "p1,eq-vas,55,2024-13-01,A1,bad,6,L",
                "191212121211,eq-vas,55,2024-03-01,A1,bad,7,L",
                "p1,eq-vas,55,2024-03-01,A1,bad,,L",
                "p1,eq-vas",
                "p1;eq-vas;55;2024-03-01;A1;bad;9;L",
                "p1,eq-vas,55,2024-03-01,A1,bad,10,L");

        assertThat(run.rejected()).isEqualTo(10);
        assertThat(rejects(run))
                .extracting(RejectedRow::swedish)
                .satisfies(all -> assertThat(String.join("|", all))
                        .contains(
                                "från 0 till 100",
                                "bara hela tal",
                                "distress-thermometer, eq-5d-3l-index, eq-5d-5l-index, eq-vas",
                                "Licensen saknas",
                                "inget tal",
                                "ingen dag som finns",
                                "personnummer",
                                "Id saknas",
                                "2 celler"));
        assertThat(installation.count("select count(*) from clinical_value where source = 'bad'"))
                .isEqualTo(1);
    }

    @Test
    void a_file_without_the_columns_is_not_used_and_says_which_they_are() {
        var run = installation.read("short.csv", "person,instrument,score", "p1,eq-vas,55");

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.english()).contains("person,instrument,score,day,unit,source,id,licence");
    }
}
