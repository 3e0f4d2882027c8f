package se.varjedag.app.followup.web.compare;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.reference.Regions;
import se.varjedag.pathway.measure.CaseMix;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Share;

/// The regions or units of a selection, each with its share, that of the others, and that it would have with the
/// patients of all.
///
/// @param key      what is compared
/// @param ones     those whose name is known, in order of code
/// @param all      everybody in the selection
/// @param unnamed  how many patients have no region or unit
/// @param adjusted whether shares are shown adjusted for the mix of patients
record Comparison(GroupKey key, List<One> ones, Share all, long unnamed, boolean adjusted, OptionalDouble inclusion) {

    /// Fewer patients than this are not compared in bars.
    static final int FEWEST = 30;

    static final double LEVEL = 0.95;

    static final List<GroupKey> KEYS = List.of(GroupKey.REGION, GroupKey.HREGION, GroupKey.UNIT);

    static final String ADJUST = "adjust";
    static final String SPLIT = "split";

    Comparison {
        ones = List.copyOf(ones);
    }

    /// One of those compared.
    ///
    /// @param earlier its share in the period before; null where it is not asked for or nobody was treated then
    record One(
            String code,
            String name,
            CaseMix.Expected mix,
            @Nullable Share earlier,
            boolean own,
            String path) {

        Share within() {
            return mix.within();
        }

        boolean comparable() {
            return within().denominator() >= FEWEST;
        }

        Share rest(Share all) {
            return new Share(all.numerator() - within().numerator(), all.denominator() - within().denominator());
        }
    }

    static Comparison of(Reading reading) {
        var selection = reading.selection();
        var key = selection.narrowing().by().stream()
                .filter(KEYS::contains)
                .findFirst()
                .orElse(GroupKey.REGION);
        var answer = reading.basis().answer(question(reading, selection.from(), selection.to(), key, CaseMix.by(key)));
        var earlier = earlier(reading, key);
        var own = own(reading, key);
        var ones = new ArrayList<One>();
        long unnamed = 0;
        var all = new Share(0, 0);
        for (var mix : CaseMix.of(answer)) {
            var code = mix.key().getFirst();
            all = all.plus(mix.within());
            if (code.isEmpty()) {
                unnamed += mix.within().denominator();
            } else {
                ones.add(new One(
                        code,
                        GroupNames.name(reading, key, code),
                        mix,
                        earlier.get(code),
                        code.equals(own),
                        reading.folder() + selection.with(key.key(), code) + "#vald"));
            }
        }
        return new Comparison(
                key,
                ones,
                all,
                unnamed,
                selection.own(ADJUST).isPresent(),
                reading.basis()
                        .answer(question(reading, selection.from(), selection.to(), key, List.of()))
                        .total()
                        .map(Group::inclusion)
                        .orElse(OptionalDouble.empty()));
    }

    /// The share that is shown of one: its own, or the one it would have with the patients of all.
    OptionalDouble shown(One one) {
        return adjusted ? one.mix().adjusted(all) : one.within().value();
    }

    /// Its interval.
    Optional<Interval> interval(One one) {
        return adjusted ? one.mix().adjusted(all, LEVEL) : one.within().wilson(LEVEL);
    }

    /// The patients that its place in a funnel is counted by.
    Share placed(One one) {
        return adjusted ? one.mix().adjustedPatients(all) : one.within();
    }

    /// The one that the reader has chosen; empty when none is.
    Optional<One> chosen(Reading reading) {
        var code = chosenCode(reading, key);
        return ones.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /// The months of as many before the chosen ones.
    static List<YearMonth> before(Reading reading) {
        var from = reading.selection().from();
        var to = reading.selection().to();
        long months = ChronoUnit.MONTHS.between(from, to) + 1;
        return List.of(from.minusMonths(months), to.minusMonths(months));
    }

    private static Map<String, Share> earlier(Reading reading, GroupKey key) {
        var shares = new HashMap<String, Share>();
        if (reading.selection().own(SPLIT).isPresent()) {
            var months = before(reading);
            var mixes = CaseMix.of(reading.basis()
                    .answer(question(reading, months.getFirst(), months.getLast(), key, CaseMix.by(key))));
            var all = mixes.stream().map(CaseMix.Expected::within).reduce(new Share(0, 0), Share::plus);
            boolean adjusted = reading.selection().own(ADJUST).isPresent();
            mixes.forEach(mix -> shares.put(mix.key().getFirst(), adjusted ? mix.adjustedPatients(all) : mix.within()));
        }
        return shares;
    }

    /// The question of those compared: what is compared is not narrowed by.
    private static Question question(Reading reading, YearMonth from, YearMonth to, GroupKey key, List<GroupKey> by) {
        var selection = reading.selection();
        return without(
                (key == GroupKey.UNIT ? selection.question(from, to) : selection.everyRegion(from, to))
                        .by(by)
                        .build(),
                key);
    }

    /// The same question, not narrowed by a key.
    static Question without(Question question, GroupKey key) {
        var filters = new EnumMap<GroupKey, Set<String>>(GroupKey.class);
        filters.putAll(question.filters());
        filters.remove(key);
        return new Question(
                question.from(),
                question.to(),
                question.periodFrom(),
                question.periodTo(),
                question.countBy(),
                question.limit(),
                question.by(),
                filters,
                question.minCount());
    }

    private static String chosenCode(Reading reading, GroupKey key) {
        if (key == GroupKey.REGION) {
            return reading.selection().region().orElse("");
        }
        var only = reading.selection().narrowing().only().getOrDefault(key, List.of());
        return only.size() == 1 ? only.getFirst() : "";
    }

    private static String own(Reading reading, GroupKey key) {
        var chosen = chosenCode(reading, key);
        if (!chosen.isEmpty() || key == GroupKey.UNIT) {
            return chosen;
        }
        return key == GroupKey.REGION
                ? reading.ownRegion()
                : Regions.byCode(reading.selection().region().orElse(reading.ownRegion()))
                        .map(region -> region.healthcareRegion())
                        .orElse("");
    }
}
