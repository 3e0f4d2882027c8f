package se.varjedag.app.results.yearly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Step;
import se.varjedag.app.results.open.Edition;
import se.varjedag.app.results.web.ResultNames;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Span;

/// Puts the yearly account together of frozen issues: no figure in it is counted anew, and what an issue hides is
/// hidden
/// here.
@Component
class YearlyAccounts {
    private final Issues issues;
    private final ActionPlans plans;
    private final Activities activities;
    private final ResultNames names;

    YearlyAccounts(Issues issues, ActionPlans plans, Activities activities, ResultNames names) {
        this.issues = issues;
        this.plans = plans;
        this.activities = activities;
        this.names = names;
    }

    /// Whether an issue can be part of an account.
    static boolean counts(Issue issue) {
        return (issue.step() == Step.FROZEN || issue.step() == Step.PUBLISHED)
                && issue.span().from().getYear() == issue.span().to().getYear();
    }

    /// The account of a healthcare region and year.
    ///
    /// @param seen  the issues that the reader sees
    /// @param today for what is late by its dates
    YearlyAccount of(String healthcareRegion, int year, List<Issue> seen, LocalDate today, Texts texts) {
        var editions = editions(healthcareRegion, year, seen);
        var words = new YearlyAccountWords(editions, names, texts);
        var region = Regions.healthcareRegion(healthcareRegion);
        return new YearlyAccount(
                texts.text("yearly.title", String.valueOf(year)),
                region,
                year,
                basis(editions, year, texts),
                List.of(
                        words.inclusion(healthcareRegion),
                        words.waiting(),
                        words.experience(),
                        words.promises(),
                        words.activities(activities(healthcareRegion, year), today)));
    }

    private List<Edition> editions(String healthcareRegion, int year, List<Issue> seen) {
        return seen.stream()
                .filter(YearlyAccounts::counts)
                .filter(one -> one.healthcareRegion().equals(healthcareRegion)
                        && one.span().from().getYear() == year)
                .sorted(Comparator.comparing((Issue one) -> one.span().from()).thenComparingLong(Issue::id))
                .flatMap(one -> issues.frozen(one.id()).stream()
                        .map(frozen -> Edition.of(
                                one, frozen, issues.content(one), issues.errata(one.id()), issues.standing(one.id()))))
                .toList();
    }

    private static List<String> basis(List<Edition> editions, int year, Texts texts) {
        var formats = texts.formats();
        var all = new ArrayList<String>();
        var months = new TreeSet<Integer>();
        for (int month = 1; month <= 12; month++) {
            months.add(month);
        }
        for (var one : editions) {
            var span = one.issue().span();
            all.add(texts.text(
                    "yearly.basis",
                    one.issue().name(),
                    formats.period(span.from(), span.to()),
                    one.frozen().number(),
                    formats.moment(one.issue().knownAt()),
                    one.frozen().sha256().substring(0, 8)));
            one.errata()
                    .forEach(erratum ->
                            all.add(texts.text("results.erratum", erratum.number()) + ". " + erratum.words()));
            months.subSet(span.from().getMonthValue(), true, span.to().getMonthValue(), true)
                    .clear();
        }
        while (!months.isEmpty()) {
            int first = months.first();
            int last = first;
            while (months.contains(last + 1)) {
                last++;
            }
            var from = LocalDate.of(year, first, 1);
            var to = LocalDate.of(year, last, 1).plusMonths(1).minusDays(1);
            all.add(texts.text("yearly.missing", formats.period(from, to)));
            months.subSet(first, true, last, true).clear();
        }
        return all;
    }

    private List<Activity> activities(String healthcareRegion, int year) {
        var whole = new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return plans.all().stream()
                .filter(plan -> plan.healthcareRegion().equals(healthcareRegion)
                        && !plan.from().isAfter(whole.to())
                        && !plan.to().isBefore(whole.from()))
                .flatMap(plan -> activities.of(plan.id()).stream())
                .toList();
    }
}
