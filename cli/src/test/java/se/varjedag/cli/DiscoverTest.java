package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.pathway.definition.Language;

/// The figures of this log were worked out by hand.
class DiscoverTest {
    @TempDir
    Path folder;

    private Path log = Path.of("");

    @BeforeEach
    void a_log_of_four_cases() throws IOException {
        log = Files.writeString(folder.resolve("log.csv"), """
                case_id,activity,timestamp
                a,Referral,2024-03-01T08:00
                a,Visit,2024-03-01T09:00
                a,"Treatment, first",2024-03-01T11:00
                b,Referral,2024-03-01T08:00
                b,Visit,2024-03-01T08:30
                b,Visit,2024-03-01T10:30
                b,"Treatment, first",2024-03-01T10:30
                c,Visit,2024-03-01T07:00
                c,Referral,2024-03-01T08:00
                c,Visit,2024-03-01T09:00
                d,Referral,2024-03-01T12:00
                """);
    }

    @Test
    void the_summary_is_what_is_shown_first() {
        assertThat(Run.of("discover", log).out()).isEqualTo("""
                        cases,events,activities,variants,edges,first,last,duration_min_s,duration_q1_s,duration_median_s,\
                        duration_mean_s,duration_q3_s,duration_max_s
                        4,11,3,4,4,2024-03-01T07:00:00,2024-03-01T12:00:00,0,5400,8100,6750,9450,10800
                        """);
    }

    @Test
    void dfg_lists_the_edges() {
        assertThat(Run.of("discover", log, "--show", "dfg").out()).isEqualTo("""
                        from,to,count,median_s,mean_s
                        Referral,Visit,3,3600,3000
                        Visit,"Treatment, first",2,3600,3600
                        Visit,Referral,1,3600,3600
                        Visit,Visit,1,7200,7200
                        """);
    }

    @Test
    void variants_join_activities_by_arrows() {
        assertThat(Run.of("discover", log, "--show", "variants").lines())
                .contains("count,length,variant", "1,1,Referral", "1,3,Visit → Referral → Visit");
    }

    @Test
    void endpoints_are_starts_and_ends() {
        assertThat(Run.of("discover", log, "--show", "endpoints").out()).isEqualTo("""
                        kind,activity,count
                        start,Referral,3
                        start,Visit,1
                        end,"Treatment, first",2
                        end,Referral,1
                        end,Visit,1
                        """);
    }

    @Test
    void between_measures_in_the_unit_asked_for() {
        assertThat(Run.of("discover", log, "--between", "Referral", "Visit", "--unit", "min")
                        .lines())
                .containsExactly(
                        "cases_with_start,cases_with_both,negative,n,min,q1,median,mean,q3,p80,p90,max",
                        "4,3,1,2,30,37.5,45,45,52.5,54,57,60");
    }

    @Test
    void between_can_pair_with_what_comes_at_or_after() {
        assertThat(Run.of("discover", log, "--between", "Referral", "Visit", "--pairing", "after", "--unit", "h")
                        .lines()
                        .getLast())
                .startsWith("4,3,0,3,0.5,0.75,1,");
    }

    @Test
    void a_person_gets_a_table_and_a_program_gets_csv() {
        var table = Run.in(Language.EN, true, "discover", log, "--show", "dfg").out();

        assertThat(table).startsWith("from").contains("─").contains("3,600.0");
        assertThat(Run.in(Language.SV, true, "discover", log).out()).contains("10\u00a0800,0");
    }

    @Test
    void json_has_the_names_of_the_columns() {
        assertThat(Run.of("discover", log, "--show", "endpoints", "--format", "json")
                        .out())
                .startsWith("[\n  {\"kind\": \"start\", \"activity\": \"Referral\", \"count\": 3},\n")
                .endsWith("}\n]\n");
    }

    @Test
    void an_activity_that_does_not_occur_is_answered_with_the_nearest() {
        assertThat(Run.of("discover", log, "--between", "referal", "Visit"))
                .returns(1, Run::status)
                .satisfies(run -> assertThat(run.err()).contains("Did you mean 'Referral'?"));
    }

    @Test
    void a_broken_xes_is_never_a_success() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.xes"), "<log><trace><event>");

        assertThat(Run.of("discover", broken))
                .returns(1, Run::status)
                .returns("", Run::out)
                .satisfies(run -> assertThat(run.err()).contains("not whole XES"));
    }

    @Test
    void a_file_of_which_nothing_can_be_used_is_never_a_success() throws IOException {
        var useless = Files.writeString(folder.resolve("useless.csv"), "case_id,activity,timestamp\na,x,yesterday\n");
        var rejects = folder.resolve("rejects.csv");

        assertThat(Run.of("discover", useless, "--rejects", rejects))
                .returns(1, Run::status)
                .returns("", Run::out)
                .satisfies(run -> assertThat(run.err()).contains("Rows that could not be used: 1."));
        assertThat(Files.readString(rejects)).contains(",2,timestamp,yesterday,");
    }
}
