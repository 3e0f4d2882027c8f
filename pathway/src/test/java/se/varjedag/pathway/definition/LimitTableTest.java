package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LimitTableTest {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final int TODAY = (int) DAY.toEpochDay();
    private static final Words NONE = new Words("", "");

    private static LimitRow row(TreatmentKind kind, String track, int days, LocalDate from, LocalDate to) {
        return row(kind, track, days, from, to, LimitRow.Kind.LIMIT, false);
    }

    private static LimitRow shown(LimitRow.Kind what) {
        return row(TreatmentKind.DRUG, "", 20, DAY, null, what, false);
    }

    private static LimitRow row(
            TreatmentKind kind,
            String track,
            int days,
            LocalDate from,
            LocalDate to,
            LimitRow.Kind what,
            boolean assumed) {
        return new LimitRow(
                EnumSet.of(kind),
                track.isEmpty() ? Optional.empty() : Optional.of(track),
                days < 0 ? OptionalInt.empty() : OptionalInt.of(days),
                from,
                Optional.ofNullable(to),
                what,
                NONE,
                NONE,
                NONE,
                Optional.empty(),
                "",
                Confidence.VERIFIED,
                assumed);
    }

    private static LimitTable table(Tracks tracks, LimitRow... rows) {
        return new LimitTable(List.of(rows), tracks, 0);
    }

    private static Tracks tracks(String standard, String extended, String marker) {
        return new Tracks(
                Optional.ofNullable(standard),
                Optional.ofNullable(extended),
                Optional.ofNullable(marker),
                false,
                Map.of("a", "a", "b", "b"));
    }

    @Test
    void a_row_holds_from_its_first_to_its_last_day() {
        var table = table(Tracks.NONE, row(TreatmentKind.DRUG, "", 20, DAY, DAY.plusDays(9)));
        assertThat(table.days(TODAY - 1, TreatmentKind.DRUG, false, false)).isEqualTo(-1);
        assertThat(table.days(TODAY, TreatmentKind.DRUG, false, false)).isEqualTo(20);
        assertThat(table.days(TODAY + 9, TreatmentKind.DRUG, false, false)).isEqualTo(20);
        assertThat(table.days(TODAY + 10, TreatmentKind.DRUG, false, false)).isEqualTo(-1);
        assertThat(table.days(TODAY, TreatmentKind.SURGERY, false, false)).isEqualTo(-1);
    }

    @Test
    void without_a_row_nothing_is_known() {
        var table = table(Tracks.NONE);
        assertThat(table.limit(DAY, TreatmentKind.DRUG, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_STATED));
        assertThat(table.longest(DAY, false, false)).isEqualTo(new Limit.Unknown(Limit.Why.NOT_STATED));
        assertThat(table.shortest(DAY, true, false)).isEqualTo(new Limit.Unknown(Limit.Why.NOT_STATED));
    }

    @Test
    void why_nothing_is_known_is_told_by_what_comes_nearest_to_a_limit() {
        var target = shown(LimitRow.Kind.TARGET);
        var superseded = shown(LimitRow.Kind.SUPERSEDED);
        var later = row(TreatmentKind.DRUG, "", 20, DAY.plusDays(1), null);
        var elsewhere = row(TreatmentKind.DRUG, "b", 20, DAY, null);

        assertThat(why(target)).isEqualTo(Limit.Why.OTHER_MEASURE);
        assertThat(why(shown(LimitRow.Kind.OTHER_START))).isEqualTo(Limit.Why.OTHER_MEASURE);
        assertThat(why(target, superseded)).isEqualTo(Limit.Why.SUPERSEDED);
        assertThat(why(superseded, target)).isEqualTo(Limit.Why.SUPERSEDED);
        assertThat(why(superseded, later)).isEqualTo(Limit.Why.NOT_VALID_THEN);
        assertThat(why(later, target)).isEqualTo(Limit.Why.NOT_VALID_THEN);
        assertThat(why(later, superseded, elsewhere)).isEqualTo(Limit.Why.NOT_STATED);
        assertThat(why(row(TreatmentKind.SURGERY, "", -1, DAY, null), target)).isEqualTo(Limit.Why.OTHER_MEASURE);
        assertThat(why(row(TreatmentKind.DRUG, "", -1, DAY, null), target)).isEqualTo(Limit.Why.NOT_READ);
    }

    private static Limit.Why why(LimitRow... rows) {
        var table = table(tracks("a", "b", "X"), rows);
        return ((Limit.Unknown) table.limit(DAY, TreatmentKind.DRUG, false, false)).why();
    }

    @Test
    void why_those_who_wait_have_no_limit_is_told_by_all_kinds_of_treatment_together() {
        var limit = row(TreatmentKind.SURGERY, "", 20, DAY.plusDays(1), null);

        assertThat(table(Tracks.NONE, shown(LimitRow.Kind.TARGET)).longest(DAY, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.OTHER_MEASURE));
        assertThat(table(Tracks.NONE, shown(LimitRow.Kind.SUPERSEDED), limit).longest(DAY, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_VALID_THEN));
    }

    @Test
    void of_equal_limits_the_first_tells_whether_those_who_wait_have_an_assumed_one() {
        var read = row(TreatmentKind.DRUG, "", 20, DAY, null);
        var assumed = row(TreatmentKind.SURGERY, "", 20, DAY, null, LimitRow.Kind.LIMIT, true);

        assertThat(table(Tracks.NONE, read, assumed).longest(DAY, false, false)).isEqualTo(new Limit.Days(20, false));
        assertThat(table(Tracks.NONE, read, assumed).shortest(DAY, false, false))
                .isEqualTo(new Limit.Days(20, false));
        assertThat(table(Tracks.NONE, assumed, read).longest(DAY, false, false)).isEqualTo(new Limit.Days(20, true));
    }

    @Test
    void with_tracks_and_nothing_to_decide_by_the_limit_is_unknown() {
        var table = table(
                tracks(null, null, null),
                row(TreatmentKind.DRUG, "a", 20, DAY, null),
                row(TreatmentKind.DRUG, "b", 30, DAY, null),
                row(TreatmentKind.SURGERY, "a", 25, DAY, null),
                row(TreatmentKind.PALLIATIVE, "", 10, DAY, null));
        assertThat(table.limit(DAY, TreatmentKind.DRUG, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.TRACK_UNDECIDED));
        assertThat(table.limit(DAY, TreatmentKind.SURGERY, true, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.TRACK_UNDECIDED));
        assertThat(table.limit(DAY, TreatmentKind.PALLIATIVE, false, false)).isEqualTo(new Limit.Days(10, false));
        assertThat(table.longestDays(TODAY, false, false)).isEqualTo(30);
        assertThat(table.shortestDays(TODAY, false, false)).isEqualTo(10);
    }

    @Test
    void an_extended_track_without_a_standard_one_decides_when_marked() {
        var table = table(
                tracks(null, "b", "X"),
                row(TreatmentKind.DRUG, "a", 20, DAY, null),
                row(TreatmentKind.DRUG, "b", 30, DAY, null));
        assertThat(table.limit(DAY, TreatmentKind.DRUG, true, false)).isEqualTo(new Limit.Days(30, false));
        assertThat(table.limit(DAY, TreatmentKind.DRUG, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.TRACK_UNDECIDED));
        assertThat(table.shortestDays(TODAY, true, false)).isEqualTo(30);
        assertThat(table.shortestDays(TODAY, false, false)).isEqualTo(20);
    }

    @Test
    void one_who_waits_may_still_be_extended_only_where_a_marker_can_say_so() {
        LimitRow[] rows = {row(TreatmentKind.DRUG, "a", 20, DAY, null), row(TreatmentKind.DRUG, "b", 30, DAY, null)};
        assertThat(table(tracks("a", "b", "X"), rows).longestDays(TODAY, false, false))
                .isEqualTo(30);
        assertThat(table(tracks("a", "b", null), rows).longestDays(TODAY, false, false))
                .isEqualTo(20);
        assertThat(table(tracks("a", "b", null), rows).days(TODAY, TreatmentKind.DRUG, false, false))
                .isEqualTo(20);
        assertThat(table(tracks("a", null, null), rows).days(TODAY, TreatmentKind.DRUG, true, false))
                .isEqualTo(20);
    }

    @Test
    void an_unknown_candidate_makes_the_longest_unknown_but_not_the_shortest() {
        LimitRow[] rows = {
            row(TreatmentKind.DRUG, "", 20, DAY, null),
            row(TreatmentKind.SURGERY, "", -1, DAY, null),
            row(TreatmentKind.PALLIATIVE, "", 12, DAY, null),
            row(TreatmentKind.OTHER, "", 15, DAY, null)
        };
        assertThat(table(Tracks.NONE, rows).longest(DAY, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_READ));
        assertThat(table(Tracks.NONE, rows).shortest(DAY, false, false)).isEqualTo(new Limit.Days(12, false));
        assertThat(table(Tracks.NONE, rows).limit(DAY, TreatmentKind.SURGERY, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_READ));
    }

    @Test
    void a_standard_track_that_is_assumed_makes_what_it_chooses_assumed() {
        var assumed =
                new Tracks(Optional.of("a"), Optional.of("b"), Optional.empty(), true, Map.of("a", "a", "b", "b"));
        var table = table(
                assumed,
                row(TreatmentKind.DRUG, "a", 20, DAY, null),
                row(TreatmentKind.DRUG, "b", 30, DAY, null),
                row(TreatmentKind.SURGERY, "", 10, DAY, null));
        assertThat(table.limit(DAY, TreatmentKind.DRUG, false, false)).isEqualTo(new Limit.Days(20, true));
        assertThat(table.limit(DAY, TreatmentKind.DRUG, true, false)).isEqualTo(new Limit.Days(30, false));
        assertThat(table.limit(DAY, TreatmentKind.SURGERY, false, false)).isEqualTo(new Limit.Days(10, false));
        assertThat(table.longestAssumed(TODAY, false)).isTrue();
        assertThat(table.longestAssumed(TODAY, true)).isFalse();
        assertThat(table.longestAssumed(TODAY - 1, false)).isFalse();
    }

    @Test
    void a_limit_is_never_shorter_than_nothing() {
        var table = new LimitTable(List.of(row(TreatmentKind.DRUG, "", 20, DAY, null)), Tracks.NONE, 21);
        assertThat(table.days(TODAY, TreatmentKind.DRUG, false, true)).isZero();
        assertThat(table.days(TODAY, TreatmentKind.DRUG, false, false)).isEqualTo(20);
        assertThat(table.days(TODAY - 1, TreatmentKind.DRUG, false, true)).isEqualTo(-1);
    }

    @RepeatedTest(100)
    void at_most_one_shipped_limit_holds_for_a_day_a_kind_and_a_track(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4500));
        for (var definition : Definitions.shipped().all()) {
            for (var kind : TreatmentKind.values()) {
                var holding = definition.limits().stream()
                        .filter(row ->
                                row.isLimit() && row.validOn(day) && row.kinds().contains(kind))
                        .toList();
                var tracks = holding.stream().map(LimitRow::track).toList();
                assertThat(tracks).as(definition.id()).doesNotHaveDuplicates();
                if (tracks.contains(Optional.<String>empty())) {
                    assertThat(tracks).as(definition.id()).hasSize(1);
                }
            }
        }
    }

    @RepeatedTest(100)
    void the_quick_answer_is_that_of_the_rows(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(4500));
        var extended = random.nextBoolean();
        for (var definition : Definitions.shipped().all()) {
            for (var kind : TreatmentKind.values()) {
                var track = extended && definition.extendedTrack().isPresent()
                        ? definition.extendedTrack()
                        : definition.defaultTrack();
                var days = definition.limits().stream()
                        .filter(row ->
                                row.isLimit() && row.validOn(day) && row.kinds().contains(kind))
                        .filter(row -> row.track().isEmpty() || row.track().equals(track))
                        .mapToInt(row -> row.days().orElse(-1))
                        .findFirst()
                        .orElse(-1);
                assertThat(definition.limitDays((int) day.toEpochDay(), kind, extended, false))
                        .as(definition.id() + " " + kind + " " + day)
                        .isEqualTo(days);
            }
        }
    }
}
