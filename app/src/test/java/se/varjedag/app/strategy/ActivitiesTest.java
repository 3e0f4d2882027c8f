package se.varjedag.app.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Entry.What;
import se.varjedag.app.strategy.Statement.Kind;

/// What becomes of activities: how they stand, age, and are carried on.
class ActivitiesTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static Installation installation;
    private static ActionPlans plans;
    private static Activities activities;
    private static long latest;

    @BeforeAll
    static void start() {
        installation = Installation.started();
        plans = installation.bean(ActionPlans.class);
        activities = installation.bean(Activities.class);
        latest = installation.bean(ShippedExample.class).load(signed(MONDAY));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Signed signed(Instant at) {
        return new Signed(at, "petra", "Petra Processledare");
    }

    private static long fresh(Content content) {
        long plan = plans.add("sydöst", "Ny", DAY, DAY.plusYears(1), "", signed(MONDAY));
        return activities.add(plan, content, "", signed(MONDAY));
    }

    private static Activity at(long id) {
        return activities.byId(id).orElseThrow();
    }

    @Test
    void the_example_is_loaded_once_with_every_activity_and_no_status() {
        assertThat(activities.of(latest)).hasSize(30).allSatisfy(one -> {
            assertThat(one.said().status()).isEqualTo(Status.UNKNOWN);
            assertThat(one.source()).startsWith("seed 003, row");
            assertThat(one.content().promise()).isPresent();
            assertThat(one.content().development()).isPresent();
        });
        assertThat(plans.statements("sydöst", Kind.PROMISE)).hasSize(6);
        assertThat(plans.statements("sydöst", Kind.AREA)).hasSize(11);
        assertThat(installation.bean(ShippedExample.class).mayBeLoaded()).isFalse();
    }

    @Test
    void a_status_is_an_entry_and_the_latest_holds_and_none_is_ever_changed() {
        long id = fresh(Content.of("Område", "Gör något"));

        activities.say(id, Status.PLANNED, "Vi tänker börja", signed(MONDAY));
        activities.say(id, Status.UNDER_WAY, "Vi har börjat", signed(TUESDAY));
        activities.note(id, What.DECISION, DAY, "Vi fortsätter", signed(TUESDAY.plusSeconds(1)));

        assertThat(at(id).said().status()).isEqualTo(Status.UNDER_WAY);
        assertThat(activities.history(id))
                .extracting(Entry::what)
                .containsExactly(What.DECISION, What.STATUS, What.STATUS, What.WRITTEN);
        assertThatThrownBy(() -> installation
                        .database()
                        .sql("update strategy_status set words = ''")
                        .update())
                .hasMessageContaining("strategy_status");
    }

    @Test
    void an_activity_untouched_for_ninety_days_says_so_until_something_is_written_or_it_is_over() {
        long id = fresh(Content.of("Område", "Vilar"));

        assertThat(at(id).ages(DAY.plusDays(89))).isFalse();
        assertThat(at(id).ages(DAY.plusDays(90))).isTrue();
        activities.note(id, What.COMMENT, DAY.plusDays(1), "Läget är oförändrat", signed(TUESDAY));
        assertThat(at(id).ages(DAY.plusDays(90))).isFalse();
        assertThat(at(id).ages(DAY.plusDays(91))).isTrue();
        activities.say(id, Status.DONE, "", signed(TUESDAY));
        assertThat(at(id).ages(DAY.plusDays(900))).isFalse();
    }

    @Test
    void what_is_past_its_last_day_is_late_by_itself_unless_somebody_said_that_it_rests_or_is_over() {
        var empty = Content.of("Område", "Har slutdatum");
        long id = fresh(new Content(
                empty.area(),
                empty.title(),
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                List.of("05"),
                Optional.of(DAY),
                Optional.of(DAY.plusDays(10)),
                "",
                "",
                ""));

        assertThat(at(id).on(DAY.plusDays(10))).isEqualTo(Status.UNKNOWN);
        assertThat(at(id).on(DAY.plusDays(11))).isEqualTo(Status.LATE);
        activities.say(id, Status.UNDER_WAY, "", signed(MONDAY));
        assertThat(at(id).lateByDates(DAY.plusDays(11))).isTrue();
        activities.say(id, Status.PAUSED, "", signed(TUESDAY));
        assertThat(at(id).on(DAY.plusDays(11))).isEqualTo(Status.PAUSED);
        activities.say(id, Status.LATE, "", signed(TUESDAY));
        assertThat(at(id).on(DAY)).isEqualTo(Status.LATE);
        assertThat(at(id).lateByDates(DAY.plusDays(11))).isFalse();
    }

    @Test
    void what_is_carried_on_keeps_how_it_stood_and_leads_back_and_goes_once() {
        long id = fresh(Content.of("Område", "Fortsätter"));
        activities.say(id, Status.UNDER_WAY, "Halvvägs", signed(MONDAY));
        long next = plans.add("sydöst", "Nästa år", DAY.plusYears(1), DAY.plusYears(2), "", signed(TUESDAY));

        assertThat(activities.carry(List.of(at(id)), next, signed(TUESDAY))).isEqualTo(1);
        assertThat(activities.carry(List.of(at(id)), next, signed(TUESDAY))).isZero();

        assertThat(activities.of(next)).singleElement().satisfies(one -> {
            assertThat(one.carriedFrom()).hasValue(id);
            assertThat(one.said().words()).isEqualTo("Halvvägs");
            assertThat(one.content()).isEqualTo(at(id).content());
        });
        assertThat(activities.carriedOn(id)).hasSize(1);
    }

    @Test
    void a_new_wording_stands_and_the_old_one_stays() {
        long id = fresh(Content.of("Område", "Först"));

        activities.write(id, Content.of("Område", "Sedan"), signed(TUESDAY));

        assertThat(at(id).content().title()).isEqualTo("Sedan");
        assertThat(activities.history(id)).extracting(Entry::words).containsExactly("Sedan", "Först");
    }
}
