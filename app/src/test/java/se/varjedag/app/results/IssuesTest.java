package se.varjedag.app.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.varjedag.app.Installation;
import se.varjedag.app.results.Issues.Draft;
import se.varjedag.app.results.Issues.NotNow;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.web.figure.Span;

/// An issue's life: from draft to frozen, and counted again after thousands of late corrections.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuesTest {
    private static final Span TERTIAL = new Span(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 8, 31));
    private static final int PATIENTS = 4000;
    private static final List<String> REGIONS = List.of("05", "06", "08", "12");
    private static Installation installation;
    private static Issues issues;

    @BeforeAll
    static void start() {
        installation = Installation.started();
        installation.read("a.csv", lines(0));
        installation.timeline().refresh();
        issues = installation.bean(Issues.class);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// Every patient's way, with its end so many days later than at first.
    private static String[] lines(int later) {
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,home_region,unit,source,id");
        for (int person = 0; person < PATIENTS; person++) {
            var region = REGIONS.get(person % REGIONS.size());
            var start = LocalDate.of(2024, 1, 2).plusDays(person % 200);
            var end = start.plusDays(20 + person % 50 + later);
            var code = person % 3 == 0 ? "VB2" : "VC0";
            lines.add("p%d,%s10,%s,%s,%s,U%s,s,%da".formatted(person, code, start, region, region, region, person));
            lines.add("p%d,%s50,%s,%s,%s,U%s,s,%db".formatted(person, code, end, region, region, region, person));
        }
        return lines.toArray(String[]::new);
    }

    private static Signed paula() {
        return new Signed(Instant.now(), "paula", "Paula Programkontor");
    }

    private static long draft(String region) {
        return issues.draft(
                new Draft(region, "Augusti 2024", TERTIAL, Instant.now(), LocalDate.of(2024, 12, 1)), paula());
    }

    private static long reviewed(String region) {
        long id = draft(region);
        issues.take(id, Step.COMMENTING, paula());
        issues.take(id, Step.REVIEW, paula());
        return id;
    }

    private static Issue at(long id) {
        return issues.byId(id).orElseThrow();
    }

    @Test
    @Order(1)
    void the_figures_are_those_of_the_period_and_of_the_healthcare_regions_own() {
        var content = issues.content(at(draft("sydöst")));
        var whole = content.line("", Content.WHOLE).orElseThrow();
        long parts = content.of("").stream()
                .filter(Content.Line::ofRegion)
                .mapToLong(line -> line.now().n())
                .sum();
        long units = content.of("").stream()
                .filter(Content.Line::ofUnit)
                .mapToLong(line -> line.now().n())
                .sum();

        assertThat(whole.now().n()).isPositive().isEqualTo(parts).isEqualTo(units);
        assertThat(whole.now().histogram().n()).isEqualTo(whole.now().n());
        assertThat(whole.before().n()).isPositive();
        assertThat(content.of("")).extracting(Content.Line::place).doesNotContain("region-12");
        assertThat(content.at(Content.WHOLE)).hasSizeGreaterThan(1);
        assertThat(at(draft("sydöst")).before())
                .isEqualTo(new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30)));
    }

    @Test
    @Order(2)
    void an_issue_goes_step_by_step_and_takes_comments_only_on_its_way() {
        long id = draft("norr");
        assertThatThrownBy(() -> issues.take(id, Step.PUBLISHED, paula())).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> issues.freeze(id, paula())).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> issues.comment(id, "", "Semester", "Fler tider", paula()))
                .isInstanceOf(NotNow.class);
        issues.take(id, Step.COMMENTING, paula());
        issues.comment(id, "", "Semester", "Fler tider", paula());
        issues.comment(id, "", "Semester och köer", "Fler tider", paula());
        issues.take(id, Step.REVIEW, paula());
        assertThat(issues.comments(id)).hasSize(2);
        assertThat(Objects.requireNonNull(issues.standing(id).get("")).reason()).isEqualTo("Semester och köer");
        assertThatThrownBy(() -> issues.correct(id, "Fel", paula())).isInstanceOf(NotNow.class);

        issues.freeze(id, paula());
        assertThatThrownBy(() -> issues.comment(id, "", "x", "y", paula())).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> issues.take(id, Step.DROPPED, paula())).isInstanceOf(NotNow.class);
        issues.correct(id, "En siffra är fel", paula());
        issues.take(id, Step.PUBLISHED, paula());
        assertThat(issues.errata(id)).extracting(Issue.Erratum::number).containsExactly(1);
        assertThat(issues.history(id))
                .extracting(Issue::step)
                .containsExactly(Step.DRAFTED, Step.COMMENTING, Step.REVIEW, Step.FROZEN, Step.PUBLISHED);
    }

    @Test
    @Order(3)
    void freezing_twice_at_once_gives_one_number_and_numbers_have_no_gap() throws Exception {
        long first = reviewed("väst");
        long second = reviewed("väst");
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (long id : List.of(first, first, second, second)) {
                tries.add(() -> {
                    try {
                        issues.freeze(id, paula());
                        return true;
                    } catch (NotNow _) {
                        return false;
                    }
                });
            }
            int done = 0;
            for (var one : pool.invokeAll(tries)) {
                done += one.get() ? 1 : 0;
            }
            assertThat(done).isEqualTo(2);
        }
        assertThat(List.of(
                        issues.frozen(first).orElseThrow().number(),
                        issues.frozen(second).orElseThrow().number()))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    @Order(4)
    void nothing_that_was_written_can_be_changed_in_the_database_either() {
        long id = reviewed("syd");
        issues.freeze(id, paula());
        for (var table : List.of("issue", "step", "comment", "frozen", "erratum")) {
            for (var change : List.of("delete from results_" + table, "truncate results_" + table + " cascade")) {
                assertThatThrownBy(() -> installation.database().sql(change).update())
                        .hasMessageContaining("not allowed");
            }
        }
        assertThatThrownBy(() -> installation
                        .database()
                        .sql("update results_frozen set content = ''")
                        .update())
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> installation
                        .database()
                        .sql("insert into results_comment (issue, figure, reason, doing, at, by_whom, by_name)"
                                + " values (?, '', 'x', 'y', now(), 'z', 'z')")
                        .param(id)
                        .update())
                .hasMessageContaining("is frozen");
    }

    @Test
    @Order(5)
    void after_thousands_of_late_corrections_the_frozen_figures_come_out_the_same_and_every_other_has_its_cause() {
        long id = reviewed("sydöst");
        var frozen = issues.freeze(id, paula());
        var before = issues.content(at(id));
        assertThat(ContentJson.write(at(id), before)).isEqualTo(frozen.content());

        installation.read("b.csv", lines(9));
        installation.timeline().refresh();

        var result = installation.bean(Recount.class).of(at(id), frozen);
        assertThat(result.identical()).isTrue();
        assertThat(result.seal()).isEqualTo(frozen.sha256());
        assertThat(issues.content(at(id))).isEqualTo(before);
        assertThat(result.differences())
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.causes()).containsExactly(Recount.Cause.LATE);
                    assertThat(one.frozen()).isEqualTo(one.then()).isNotEqualTo(one.nowKnown());
                })
                .anySatisfy(one -> {
                    assertThat(one.figure()).isEqualTo("/all");
                    assertThat(one.name()).isEqualTo("within");
                });
        var now = installation.bean(Figures.class).asKnownNow(at(id), before.countedTo());
        long differing = now.figures().stream()
                .filter(line -> !before.line(line.svf(), line.place())
                        .map(Content.Line::now)
                        .equals(java.util.Optional.of(line.now())))
                .count();
        assertThat(result.differences().stream()
                        .filter(one -> one.period().equals("now"))
                        .map(Recount.Differs::figure)
                        .distinct())
                .hasSize((int) differing);
    }

    @Test
    @Order(6)
    void what_other_definitions_or_another_program_changed_says_so() {
        long id = reviewed("sydöst");
        var frozen = issues.freeze(id, paula());
        var other = new Issue.Frozen(
                frozen.number(),
                frozen.content().replaceFirst("\"n\":(\\d+)", "\"n\":1$1"),
                frozen.sha256(),
                frozen.program(),
                "others",
                frozen.signed());
        var recount = installation.bean(Recount.class);
        assertThat(recount.of(at(id), other).identical()).isFalse();
        assertThat(recount.of(at(id), other).differences())
                .singleElement()
                .satisfies(one -> assertThat(one.causes()).containsExactly(Recount.Cause.DEFINITIONS));
        var older = new Issue.Frozen(
                other.number(), other.content(), other.sha256(), "0.0.0", frozen.definitions(), other.signed());
        assertThat(recount.of(at(id), older).differences())
                .singleElement()
                .satisfies(one -> assertThat(one.causes()).containsExactly(Recount.Cause.PROGRAM));
    }
}
