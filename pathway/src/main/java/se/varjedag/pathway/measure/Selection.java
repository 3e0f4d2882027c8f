package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.trace.TracedPathways;

/// Who is counted in which group: a question's period, filters and keys, laid out over traced pathways.
///
/// A group is the places of its values in the order of their texts, packed into one `long` with the first key
/// on top. So groups sort by their key when their numbers sort.
final class Selection {

    /// In place of a group for a pathway that the question leaves out.
    static final int NONE = -1;

    static final List<String> SEXES = List.of("", "F", "M");

    private final TracedPathways traced;
    private final Question question;
    private final Calendar calendar;
    private final int[] healthcareRegions;
    private final GroupKey[] keys;
    private final Axis[] axes;
    private final long[] weights;
    private final long range;
    private final GroupIndex groups;
    private final long periodFrom;
    private final long periodTo;

    Selection(TracedPathways traced, Question question) {
        this.traced = traced;
        this.question = question;
        calendar = new Calendar(firstDay(traced, question.between()), traced.asOf());
        healthcareRegions = traced.timelines().regions().stream()
                .mapToInt(HealthcareRegions::of)
                .toArray();
        var order = new ArrayList<>(question.by());
        question.filters().keySet().stream().filter(key -> !order.contains(key)).forEach(order::add);
        keys = order.toArray(GroupKey[]::new);
        axes = new Axis[keys.length];
        weights = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            axes[i] = new Axis(texts(keys[i]), question.filters().get(keys[i]));
        }
        long product = 1;
        for (int i = question.by().size() - 1; i >= 0; i--) {
            weights[i] = product;
            product = Math.multiplyExact(product, Math.max(1, axes[i].size()));
        }
        range = product;
        groups = new GroupIndex(range);
        periodFrom = epochDay(question.periodFrom(), Long.MIN_VALUE);
        periodTo = epochDay(question.periodTo(), Long.MAX_VALUE);
    }

    private Selection(Selection other) {
        traced = other.traced;
        question = other.question;
        calendar = other.calendar;
        healthcareRegions = other.healthcareRegions;
        keys = other.keys;
        axes = other.axes;
        weights = other.weights;
        range = other.range;
        groups = new GroupIndex(range);
        periodFrom = other.periodFrom;
        periodTo = other.periodTo;
    }

    /// The same selection with groups of its own, for another thread.
    Selection twin() {
        return new Selection(this);
    }

    /// The numbers that the groups of a twin have here, new ones where they have not occurred.
    int[] numbersOf(Selection twin) {
        var numbers = new int[twin.groups.size()];
        for (int group = 0; group < numbers.length; group++) {
            numbers[group] = groups.of(twin.groups.key(group));
        }
        return numbers;
    }

    /// Whether a day of account lies in the period.
    boolean inPeriod(int day) {
        return day >= periodFrom && day <= periodTo;
    }

    /// The day that someone who reached the end or left is accounted on.
    int accountDay(int fromDay, int endDay) {
        return question.countBy() == CountBy.END ? endDay : fromDay;
    }

    /// Whether someone waiting is counted: by end everyone open is, by start those whose wait began in the
    /// period.
    boolean waitingCounts(int fromDay) {
        return question.countBy() == CountBy.END || inPeriod(fromDay);
    }

    /// The number of the group of a pathway, or [#NONE] when a filter leaves it out.
    int group(int pathway, int accountDay, int region, int unit) {
        long key = 0;
        for (int i = 0; i < keys.length; i++) {
            int rank = axes[i].rank(value(keys[i], pathway, accountDay, region, unit));
            if (rank < 0) {
                return NONE;
            }
            key += rank * weights[i];
        }
        return groups.of(key);
    }

    /// How many groups occurred.
    int groups() {
        return groups.size();
    }

    /// The groups in order of their keys.
    int[] sortedGroups() {
        return groups.sorted();
    }

    /// The texts of a group's values, in the order of the question's keys.
    List<String> key(int group) {
        long rest = groups.key(group);
        var texts = new String[question.by().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = axes[i].text((int) (rest / weights[i]));
            rest %= weights[i];
        }
        return List.of(texts);
    }

    private int value(GroupKey key, int pathway, int accountDay, int region, int unit) {
        return switch (key) {
            case SVF -> traced.definition(pathway);
            case TREATMENT -> traced.treatmentOrdinal(pathway) + 1;
            case REGION -> region;
            case HOME_REGION -> traced.timelines().homeRegion(traced.person(pathway));
            case HREGION -> healthcareRegions[region];
            case UNIT -> unit;
            case SEX -> sex(traced.timelines().sex(traced.person(pathway)));
            case AGE -> age(pathway);
            case YEAR -> calendar.year(accountDay);
            case QUARTER -> calendar.quarter(accountDay);
            case MONTH -> calendar.month(accountDay);
            case LIMIT -> ownLimit(pathway) + 1;
        };
    }

    private List<String> texts(GroupKey key) {
        return switch (key) {
            case SVF ->
                traced.definitions().all().stream().map(PathwayDefinition::id).toList();
            case TREATMENT -> {
                var texts = new ArrayList<>(List.of(""));
                Arrays.stream(TreatmentKind.values()).map(TreatmentKind::key).forEach(texts::add);
                yield texts;
            }
            case REGION, HOME_REGION -> traced.timelines().regions();
            case HREGION -> HealthcareRegions.NAMES;
            case UNIT -> traced.timelines().units();
            case SEX -> SEXES;
            case AGE -> AgeClass.TEXTS;
            case YEAR -> calendar.yearTexts();
            case QUARTER -> calendar.quarterTexts();
            case MONTH -> calendar.monthTexts();
            case LIMIT -> limitTexts();
        };
    }

    /// The limit that a pathway is held against, -1 where none is known.
    int limit(int pathway) {
        return question.limit().isPresent() ? question.limit().getAsInt() : ownLimit(pathway);
    }

    /// The limit that its definition sets a pathway, -1 where none is known.
    private int ownLimit(int pathway) {
        return question.wholeLeadTime() ? traced.limit(pathway) : -1;
    }

    private List<String> limitTexts() {
        int longest = -1;
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            longest = Math.max(longest, ownLimit(pathway));
        }
        return limitTexts(longest);
    }

    /// The texts of unknown, 0, 1, 2, … days.
    static List<String> limitTexts(int longest) {
        var texts = new ArrayList<>(List.of(""));
        for (int days = 0; days <= longest; days++) {
            texts.add(Integer.toString(days));
        }
        return texts;
    }

    /// The place in [#SEXES] of a sex as timelines give it.
    static int sex(byte sex) {
        return sex == 'F' ? 1 : sex == 'M' ? 2 : 0;
    }

    private int age(int pathway) {
        int startYear = calendar.firstYear() + calendar.year(traced.start(pathway));
        return AgeClass.of(startYear, traced.timelines().born(traced.person(pathway)));
    }

    /// The first day of any wait that a measure may count.
    static int firstDay(TracedPathways traced, Measure measure) {
        int first = traced.asOf();
        for (int i = 0; i < traced.size(); i++) {
            first = Math.min(first, traced.start(i));
            if (!measure.whole() && traced.pointsFrom(i) < traced.pointsTo(i)) {
                first = Math.min(first, traced.pointDay(traced.pointsFrom(i)));
            }
        }
        return first;
    }

    private static long epochDay(@Nullable LocalDate day, long open) {
        return day == null ? open : day.toEpochDay();
    }
}
