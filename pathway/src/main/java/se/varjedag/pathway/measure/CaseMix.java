package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import se.varjedag.pathway.statistics.Share;

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
        var kinds = new HashMap<List<String>, Share>();
        for (var group : answer.groups()) {
            kinds.merge(kind(group), group.limits().share(), Share::plus);
        }
        var within = new LinkedHashMap<String, Share>();
        var expected = new HashMap<String, Double>();
        for (var group : answer.groups()) {
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
