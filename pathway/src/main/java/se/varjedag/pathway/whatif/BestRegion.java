package se.varjedag.pathway.whatif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.pathway.measure.Course;
import se.varjedag.pathway.measure.Ladder;
import se.varjedag.pathway.trace.TracedPathways;

/// A step with the days of the region where it is shortest on average, definition by definition.
///
/// Each patient keeps the place among those of the own region: who was the twentieth of a hundred there gets the
/// days of the twentieth of a hundred in the best region. With F the share of the own region's patients with fewer
/// days, f the share with as many, the place is F + f/2, and the new days are the fewest within which that share of
/// the best region's patients was done. In the best region itself nothing changes. Nobody gets more days than
/// before.
///
/// A region can be the best from [#FEWEST] patients on. The best of many is partly the luckiest: the gain shown is
/// rather too large than too small.
final class BestRegion implements Shortening {

    /// The fewest patients of a region that can be the best.
    static final int FEWEST = 30;

    private final TracedPathways traced;
    private final Change.AsBestRegion change;
    private final Map<Long, int[]> countsByPlace = new HashMap<>();
    private final Map<Integer, Integer> bestByDefinition = new HashMap<>();

    /// @param everywhere the treated of all regions
    BestRegion(TracedPathways traced, Change.AsBestRegion change, int[] everywhere) {
        this.traced = traced;
        this.change = change;
        var ladder = new Ladder(traced);
        for (int pathway : everywhere) {
            ladder.read(pathway);
            int rung = rung(ladder);
            if (rung > 0) {
                count(place(pathway), ladder.day(rung) - ladder.day(rung - 1));
            }
        }
        countsByPlace.forEach((place, counts) -> {
            if (patients(counts) >= FEWEST) {
                int definition = (int) (place >>> Integer.SIZE);
                bestByDefinition.merge(definition, place.intValue(), (one, other) -> better(definition, one, other));
            }
        });
    }

    /// The regions taken for best.
    List<Effect.Best> models() {
        var models = new ArrayList<Effect.Best>();
        bestByDefinition.forEach((definition, region) -> {
            var counts = counts(definition, region);
            models.add(new Effect.Best(
                    traced.definitions().all().get(definition).id(),
                    traced.timelines().regionText(region),
                    patients(counts),
                    mean(counts)));
        });
        models.sort(Comparator.comparing(Effect.Best::svf));
        return models;
    }

    @Override
    public void shorten(int pathway, Course course) {
        var best = Optional.ofNullable(bestByDefinition.get(traced.definition(pathway)));
        var taken = course.days(change.from(), change.to());
        if (best.isPresent() && taken.isPresent()) {
            var own = counts(traced.definition(pathway), traced.endRegion(pathway));
            int then = sameRank(own, taken.getAsInt(), counts(traced.definition(pathway), best.get()));
            course.sooner(change.to(), Math.max(0, taken.getAsInt() - then));
        }
    }

    /// The rung at which the step ends, -1 when the patient has none.
    private int rung(Ladder ladder) {
        for (int rung = 1; rung < ladder.rungs(); rung++) {
            if (ladder.is(rung, change.to()) && ladder.is(rung - 1, change.from())) {
                return rung;
            }
        }
        return -1;
    }

    private static int sameRank(int[] own, int days, int[] best) {
        long fewer = 0;
        for (int day = 0; day < Math.min(days, own.length); day++) {
            fewer += own[day];
        }
        // In whole numbers, so that the same place is met exactly.
        long wanted = (2 * fewer + (days < own.length ? own[days] : 0)) * patients(best);
        long each = 2 * patients(own);
        long done = 0;
        int day = -1;
        while (done * each < wanted) {
            done += best[++day];
        }
        return Math.max(0, day);
    }

    private void count(long place, int days) {
        var counts = countsByPlace.getOrDefault(place, new int[0]);
        if (days >= counts.length) {
            counts = Arrays.copyOf(counts, days + 1);
        }
        counts[days]++;
        countsByPlace.put(place, counts);
    }

    private int better(int definition, int one, int other) {
        int byMean = Double.compare(mean(counts(definition, one)), mean(counts(definition, other)));
        return byMean < 0 || (byMean == 0 && one < other) ? one : other;
    }

    private int[] counts(int definition, int region) {
        return countsByPlace.getOrDefault(place(definition, region), new int[0]);
    }

    private long place(int pathway) {
        return place(traced.definition(pathway), traced.endRegion(pathway));
    }

    private static long place(int definition, int region) {
        return (long) definition << Integer.SIZE | region;
    }

    private static long patients(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static double mean(int[] counts) {
        long days = 0;
        for (int day = 0; day < counts.length; day++) {
            days += (long) day * counts[day];
        }
        return (double) days / patients(counts);
    }
}
