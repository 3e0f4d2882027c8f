package se.varjedag.app.followup.web.equity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.pathway.measure.CaseMix;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Share;

/// The patients of a selection in classes, each with its share in time, that of the others, and that it would have
/// with the patients of all.
///
/// @param all everybody whose class is known or not
record Classes(List<One> ones, Share all) {

    static final double LEVEL = 0.95;

    Classes {
        ones = List.copyOf(ones);
    }

    /// One class.
    ///
    /// @param group its patients and their days
    /// @param mix   its expected, with the pathways, treatments, ages and sexes of all
    record One(String name, Group group, CaseMix.Expected mix, boolean known) {

        Share within() {
            return mix.within();
        }

        Share rest(Share all) {
            return new Share(all.numerator() - within().numerator(), all.denominator() - within().denominator());
        }

        Optional<Interval> difference(Share all) {
            return within().less(rest(all), LEVEL);
        }
    }

    /// The classes of a key.
    static Classes of(Reading reading, GroupKey key) {
        var groups = new LinkedHashMap<String, Group>();
        asked(reading, List.of(key)).forEach(group -> groups.put(group.key().getFirst(), group));
        var mixes = CaseMix.of(asked(reading, CaseMix.by(key)));
        var named = new LinkedHashMap<String, String>();
        groups.keySet().forEach(code -> named.put(code, GroupNames.name(reading, key, code)));
        return of(groups, mixes, named, code -> !code.isEmpty());
    }

    /// The classes of distance between home and where treatment started.
    static Classes ofDistance(Reading reading) {
        var groups = new LinkedHashMap<String, Group>();
        var named = new LinkedHashMap<String, String>();
        for (var distance : Distance.values()) {
            named.put(distance.word(), reading.t("equity.distance." + distance.word()));
        }
        for (var group : byDistance(asked(reading, List.of(GroupKey.HOME_REGION, GroupKey.REGION)))) {
            groups.merge(group.key().getFirst(), group, (one, other) -> one.plus(other, one.key()));
        }
        var keys = new ArrayList<>(List.of(GroupKey.HOME_REGION, GroupKey.REGION));
        keys.addAll(CaseMix.KEYS);
        var mixes = CaseMix.of(byDistance(asked(reading, keys)));
        return of(groups, mixes, named, code -> !code.equals(Distance.UNKNOWN.word()));
    }

    private static Classes of(
            Map<String, Group> groups,
            List<CaseMix.Expected> mixes,
            Map<String, String> named,
            Predicate<String> known) {
        var byCode = new LinkedHashMap<String, CaseMix.Expected>();
        mixes.forEach(mix -> byCode.put(mix.key().getFirst(), mix));
        var ones = new ArrayList<One>();
        var all = new Share(0, 0);
        for (var entry : named.entrySet()) {
            var mix = byCode.get(entry.getKey());
            var group = groups.get(entry.getKey());
            if (mix != null && group != null) {
                all = all.plus(mix.within());
                ones.add(new One(entry.getValue(), group, mix, known.test(entry.getKey())));
            }
        }
        return new Classes(ones, all);
    }

    private static List<Group> asked(Reading reading, List<GroupKey> by) {
        return reading.basis()
                .answer(reading.selection().question().by(by).build())
                .groups();
    }

    /// The groups with the class of their first two keys, home and place of treatment, in front of the others.
    private static List<Group> byDistance(List<Group> groups) {
        return groups.stream()
                .map(group -> {
                    var key = new ArrayList<String>();
                    key.add(Distance.of(group.key().get(0), group.key().get(1)).word());
                    key.addAll(group.key().subList(2, group.key().size()));
                    return new Group(
                            key,
                            group.histogram(),
                            group.limits(),
                            group.assumedLimits(),
                            group.waitingLimits(),
                            group.assumedWaitingLimits(),
                            group.waitingStale(),
                            group.included(),
                            group.cases());
                })
                .toList();
    }
}
