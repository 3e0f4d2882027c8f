package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// The expected cases that belong to each group of an answer.
///
/// Cases are expected per pathway, home region and year, so an answer grouped or filtered by anything else
/// has none, nor has a measure other than suspicion to treatment. A year that the period covers only in part
/// counts for its part of the days. Where the period is open, the years are those in which somebody's end is
/// accounted, whoever was asked for, each counted whole: give a period that both the events and the cases
/// cover.
final class Inclusion {
    private static final Set<GroupKey> KNOWN = EnumSet.of(GroupKey.SVF, GroupKey.HOME_REGION, GroupKey.YEAR);

    private final Question question;
    private final LocalDate first;
    private final LocalDate last;
    private final Map<List<String>, Double> cases = new HashMap<>();

    /// @param firstDay the first day on which somebody's end is accounted
    /// @param lastDay the last such day
    Inclusion(ExpectedCases expected, Question question, LocalDate firstDay, LocalDate lastDay) {
        this.question = question;
        var from = question.periodFrom();
        var to = question.periodTo();
        first = from != null ? from : firstDay.withDayOfYear(1);
        last = to != null ? to : lastDay.withMonth(12).withDayOfMonth(31);
        if (question.wholeLeadTime()
                && KNOWN.containsAll(question.by())
                && KNOWN.containsAll(question.filters().keySet())) {
            expected.rows().forEach(this::add);
        }
    }

    /// The cases expected for the group with this key; empty where none are given.
    OptionalDouble cases(List<String> key) {
        var sum = cases.get(key);
        return sum == null ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    private void add(ExpectedCases.Row row) {
        double part = part(row.year());
        boolean admitted = question.filters().entrySet().stream()
                .allMatch(filter -> filter.getValue().contains(value(row, filter.getKey())));
        if (part > 0 && admitted) {
            var key = question.by().stream().map(one -> value(row, one)).toList();
            cases.merge(key, row.cases() * part, Double::sum);
        }
    }

    private static String value(ExpectedCases.Row row, GroupKey key) {
        return switch (key) {
            case SVF -> row.svf();
            case HOME_REGION -> row.homeRegion();
            case YEAR -> Integer.toString(row.year());
            case TREATMENT, REGION, HREGION, UNIT, SEX, AGE, QUARTER, MONTH, LIMIT ->
                throw new IllegalStateException("Cases are not expected by " + key.key());
        };
    }

    /// The part of a year's days that is asked for.
    private double part(int year) {
        var from = LocalDate.of(year, 1, 1);
        var to = LocalDate.of(year, 12, 31);
        long days = ChronoUnit.DAYS.between(first.isAfter(from) ? first : from, last.isBefore(to) ? last : to) + 1;
        return days <= 0 ? 0 : (double) days / from.lengthOfYear();
    }
}
