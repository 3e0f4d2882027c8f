package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Share;
import se.varjedag.pathway.statistics.Standardised;

/// What compared groups would have had if each of their patients had fared as patients of the same kind did
/// everywhere: the expected counts of indirect standardisation.
///
/// With n and x the patients and those within the limit of a compared group k and a kind s, the expected of k is
/// E(k) = Σₛ n(k,s) · x(s)/n(s), where x(s) and n(s) are summed over all compared groups. So the expected of all
/// groups add up to all that were within. Source: Breslow and Day, Statistical Methods in Cancer Research II,
/// IARC (1987), section 2.3, with the whole answer as the standard.
public final class CaseMix {

    /// What patients are told apart by: the pathway, the treatment, the age and the sex.
    public static final List<GroupKey> KEYS = List.of(GroupKey.SVF, GroupKey.TREATMENT, GroupKey.AGE, GroupKey.SEX);

    private CaseMix() {}

    /// One compared group.
    ///
    /// @param within those within the limit of those with one
    /// @param expected how many would have been within, had its patients fared as their kind did everywhere
    public record Expected(List<String> key, Share within, double expected) {
        public Expected {
            key = List.copyOf(key);
        }

        /// The share the group would have with the patients of all: p · x ÷ E, where x is its own within, E its
        /// expected and p the share of all. Never above 1; empty when nothing was expected.
        public OptionalDouble adjusted(Share all) {
            return expected > 0 && all.denominator() > 0
                    ? OptionalDouble.of(
                            Math.min(1, all.value().orElse(0) * new Standardised(within.numerator(), expected).ratio()))
                    : OptionalDouble.empty();
        }

        /// Its interval: Wilson's interval of the group's own share, moved by the factor p · n ÷ E. The
        /// expected count is taken as known: the standard is many times larger than the group. Starts in
        /// time are too common for the Poisson intervals of [Standardised].
        public Optional<Interval> adjusted(Share all, double level) {
            if (adjusted(all).isEmpty()) {
                return Optional.empty();
            }
            double factor = factor(all);
            return within.wilson(level)
                    .map(own -> new Interval(Math.min(1, own.lower() * factor), Math.min(1, own.upper() * factor)));
        }

        /// The adjusted share as whole patients of the group's own number, for limits that count patients.
        public Share adjustedPatients(Share all) {
            long n = within.denominator();
            return new Share(Math.round(adjusted(all).orElse(0) * n), n);
        }

        private double factor(Share all) {
            return all.value().orElse(0) * within.denominator() / expected;
        }
    }

    /// The keys that a question of compared groups is grouped by: the compared key first, then those of the mix.
    public static List<GroupKey> by(GroupKey compared) {
        var keys = new ArrayList<GroupKey>();
        keys.add(compared);
        KEYS.stream().filter(key -> key != compared).forEach(keys::add);
        return keys;
    }

    /// The groups of an answer by their first key, each held against the kinds that its other keys tell apart.
    /// Groups without anybody whose limit is known are left out.
    public static List<Expected> of(Answer answer) {
        return of(answer.groups());
    }

    /// The same of groups whose first key tells what is compared and whose other keys are the mix.
    public static List<Expected> of(List<Group> groups) {
        var kinds = new HashMap<List<String>, Share>();
        for (var group : groups) {
            kinds.merge(kind(group), group.limits().share(), Share::plus);
        }
        var within = new LinkedHashMap<String, Share>();
        var expected = new HashMap<String, Double>();
        for (var group : groups) {
            if (group.withLimit() > 0) {
                var key = group.key().getFirst();
                within.merge(key, group.limits().share(), Share::plus);
                double share = kinds.getOrDefault(kind(group), group.limits().share())
                        .value()
                        .orElseThrow();
                expected.merge(key, group.withLimit() * share, Double::sum);
            }
        }
        return within.entrySet().stream()
                .map(entry -> new Expected(
                        List.of(entry.getKey()), entry.getValue(), expected.getOrDefault(entry.getKey(), 0.0)))
                .toList();
    }

    private static List<String> kind(Group group) {
        return group.key().subList(1, group.key().size());
    }
}
