package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.varjedag.nation.PublishedFigures.Measure;
import se.varjedag.pathway.event.EventColumns;

/// How well a fifth of Sweden fits what was published about the whole of it. The tolerances leave room for the chance
/// of a fifth.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FitTest {
    private static final double SCALE = 0.2;
    private Comparison comparison = new Comparison(List.of(), List.of(), SCALE);

    @BeforeAll
    void simulate() {
        var options = NationOptions.years(2022, 2023, SCALE, 7);
        var events = EventColumns.builder();
        Nation.simulate(options, events::add);
        comparison = Comparison.of(events.build(), options);
    }

    private double simulated(String svf, String region, int year, Measure measure) {
        return comparison
                .line(svf, region, year, measure)
                .orElseThrow()
                .simulated()
                .orElseThrow();
    }

    private double published(String svf, String region, int year, Measure measure) {
        return comparison
                .line(svf, region, year, measure)
                .orElseThrow()
                .published()
                .orElseThrow();
    }

    @Test
    void investigated_and_started_are_within_three_percent() {
        for (var measure : new Measure[] {Measure.INVESTIGATED, Measure.STARTED}) {
            double published = published("all", "00", 2023, measure);
            assertThat(simulated("all", "00", 2023, measure)).isCloseTo(published, within(0.03 * published));
        }
        double started = published("all", "00", 2022, Measure.STARTED);
        assertThat(simulated("all", "00", 2022, Measure.STARTED)).isCloseTo(started, within(0.03 * started));
    }

    @Test
    void about_thirty_percent_of_the_investigated_start() {
        double share =
                simulated("all", "00", 2023, Measure.STARTED) / simulated("all", "00", 2023, Measure.INVESTIGATED);
        assertThat(share).isBetween(0.28, 0.34);
    }

    @Test
    void the_nations_share_within_the_limit_is_within_two_points() {
        for (int year : new int[] {2022, 2023}) {
            assertThat(simulated("all", "00", year, Measure.WITHIN))
                    .isCloseTo(published("all", "00", year, Measure.WITHIN), within(2.0));
        }
    }

    @Test
    void every_regions_share_within_the_limit_is_within_six_points_and_chance() {
        for (var region : SwedishRegion.all()) {
            for (int year : new int[] {2022, 2023}) {
                double started = simulated("all", region.code(), year, Measure.STARTED);
                double chance = 300 * Math.sqrt(0.25 / started);
                assertThat(simulated("all", region.code(), year, Measure.WITHIN))
                        .as("%s %d", region.name(), year)
                        .isCloseTo(published("all", region.code(), year, Measure.WITHIN), within(Math.max(6, chance)));
            }
        }
    }

    @Test
    void in_the_whole_of_sweden_every_regions_share_is_within_three_points() {
        var options = new NationOptions(2023, 2023, 1, 7, false, false, Optional.empty());
        var measured = Measured.run(options, Table.read("parameters.csv"), Table.read("queues.csv"));
        for (var region : SwedishRegion.all()) {
            var count = Objects.requireNonNull(measured.counts().get("region " + region.code() + " 2023"));
            double chance = 200 * Math.sqrt(0.25 / count.withLimit);
            assertThat(count.share())
                    .as(region.name())
                    .isCloseTo(published("all", region.code(), 2023, Measure.WITHIN), within(Math.max(3, chance)));
        }
    }

    @Test
    void overtime_is_within_ten_percent_and_its_mean_between_thirty_and_thirty_six_days() {
        for (int year : new int[] {2022, 2023}) {
            double published = published("all", "00", year, Measure.OVERTIME);
            assertThat(simulated("all", "00", year, Measure.OVERTIME)).isCloseTo(published, within(0.1 * published));
            assertThat(simulated("all", "00", year, Measure.MEAN_OVERTIME)).isBetween(30.0, 36.0);
        }
    }

    @Test
    void prostate_cancer_waits_longest() {
        assertThat(simulated("prostatacancer", "00", 2023, Measure.WITHIN))
                .isCloseTo(published("prostatacancer", "00", 2023, Measure.WITHIN), within(5.0));
        assertThat(simulated("prostatacancer", "00", 2023, Measure.MEAN_OVERTIME))
                .isBetween(47.0, 63.0);
        double days = published("prostatacancer", "00", 2023, Measure.OVERTIME);
        assertThat(simulated("prostatacancer", "00", 2023, Measure.OVERTIME)).isCloseTo(days, within(0.15 * days));
        double started = published("prostatacancer", "00", 2023, Measure.STARTED);
        assertThat(simulated("prostatacancer", "00", 2023, Measure.STARTED)).isCloseTo(started, within(0.05 * started));
    }

    @Test
    void inclusion_is_within_five_points_and_chance() {
        assertThat(simulated("all", "00", 2023, Measure.INCLUSION))
                .isCloseTo(published("all", "00", 2023, Measure.INCLUSION), within(3.0));
        for (var region : SwedishRegion.all()) {
            var line = comparison
                    .line("all", region.code(), 2023, Measure.INCLUSION)
                    .orElseThrow();
            if (line.published().isPresent()) {
                double cases = simulated("all", region.code(), 2023, Measure.STARTED);
                double chance = 300 / Math.sqrt(cases);
                assertThat(line.difference().orElseThrow()).as(region.name()).isCloseTo(0, within(Math.max(5, chance)));
            }
        }
    }

    @Test
    void assumed_limits_are_counted_apart_and_add_up() {
        for (var year : comparison.limits()) {
            double all = simulated("all", "00", year.year(), Measure.OVERTIME);
            assertThat(year.assumed().withLimit()).isPositive();
            assertThat(year.read().withLimit()).isPositive();
            assertThat((double) year.read().overtimeDays() + year.assumed().overtimeDays())
                    .isEqualTo(all);
        }
    }

    @Test
    void the_table_shows_every_region_and_both_kinds_of_limits() {
        var table = comparison.table();
        SwedishRegion.all().forEach(region -> assertThat(table).contains(region.name()));
        assertThat(table).contains("limit read", "limit assumed", "2022", "2023");
    }

    @Test
    void years_that_nothing_was_published_about_are_simulated_as_the_last() {
        var options = new NationOptions(2026, 2026, SCALE / 4, 7, false, false, Optional.empty());
        var events = EventColumns.builder();
        Nation.simulate(options, events::add);
        var later = Comparison.of(events.build(), options);
        assertThat(later.line("all", "00", 2026, Measure.WITHIN)
                        .orElseThrow()
                        .simulated()
                        .orElseThrow())
                .isCloseTo(47, within(5.0));
    }
}
