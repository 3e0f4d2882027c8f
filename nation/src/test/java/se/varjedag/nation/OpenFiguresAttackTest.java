package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.open.OpenPublication;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Tries to work out what the open figures hide.
class OpenFiguresAttackTest {
    private static final int YEAR = 2023;
    private static final List<String> REGIONS = List.of("01", "09", "14", "22", "23", "24", "10", "12");
    private static final List<String> PREFIXES = List.of("VC0", "VB6", "VE0", "VH3", "VN1");

    @RepeatedTest(60)
    void nothing_hidden_in_a_random_table_can_be_worked_out(RepetitionInfo run) {
        var traced = traced(randomEvents(new Random(run.getCurrentRepetition())));

        attack(traced, 1);
    }

    @Test
    void nothing_hidden_in_a_simulated_nation_can_be_worked_out() {
        var options = NationOptions.years(2022, 2023, 0.05, 11);

        var attack = attack(traced(Simulated.events(options)), 5);

        assertThat(attack.hiddenDivisions()).isPositive().isLessThan(attack.fields());
    }

    private static Attack attack(TracedPathways traced, int every) {
        var publication = new OpenPublication(traced);
        var attack = new Attack(traced, publication, YEAR, every);
        for (var table : Attack.Table.values()) {
            for (var secret : attack.secrets(table)) {
                assertThat(secret.width()).as(secret::toString).isGreaterThan(5 - 1e-6);
                assertThat(secret.truth())
                        .as(secret::toString)
                        .isBetween(
                                (long) Math.floor(secret.least() + 1e-6), (long) Math.ceil(secret.greatest() - 1e-6));
            }
        }
        return attack;
    }

    /// Patients spread unevenly: most cells are empty or small, a few are large.
    private static List<CareEvent> randomEvents(Random random) {
        var events = new ArrayList<CareEvent>();
        int svfs = 2 + random.nextInt(PREFIXES.size() - 1);
        int regions = 2 + random.nextInt(REGIONS.size() - 1);
        int person = 0;
        for (var prefix : PREFIXES.subList(0, svfs)) {
            for (var region : REGIONS.subList(0, regions)) {
                int patients = (int) Math.min(60, Math.exp(random.nextGaussian() * 1.3 + 1.2) - 1);
                for (int i = 0; i < patients; i++) {
                    patient(events, random, "p" + person++, prefix, region);
                }
            }
        }
        return events;
    }

    private static void patient(List<CareEvent> events, Random random, String person, String prefix, String region) {
        var start = LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(280));
        events.add(CareEvent.of(person, prefix + "10", start).at(region, ""));
        int fate = random.nextInt(10);
        if (fate < 8) {
            var end = start.plusDays(10 + random.nextInt(70));
            var suffix = List.of("50", "52", "54", "74").get(Math.max(0, fate - 4));
            events.add(CareEvent.of(person, prefix + suffix, end).at(region, ""));
        } else if (fate == 8) {
            events.add(CareEvent.of(person, prefix + "25", LocalDate.of(YEAR, 12, 20))
                    .at(region, ""));
        }
    }

    private static TracedPathways traced(List<CareEvent> events) {
        var columns = EventColumns.builder();
        events.forEach(columns::add);
        return new Tracer(Nation.definitions()).trace(Timelines.of(columns.build(), null, LocalDate.of(YEAR, 12, 31)));
    }
}
