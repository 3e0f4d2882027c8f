package se.varjedag.nation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How many fall ill and how many are investigated, by pathway, region and year; and how long a backlog the region
/// lives with then.
final class Volumes {
    private static final int FIRST = 2018;
    /// Of those referred, the share whose criteria prove not to be met: on top of the investigated.
    static final double NOT_MET = 0.04;

    private final List<SwedishRegion> regions;
    private final List<PathwayModel> pathways;
    private final Map<Integer, Double> growth = new HashMap<>();
    private final double[][] referral;
    private final double[][] backlog;
    private final double[] weight;
    private final int lastKnown;
    private final Map<Integer, double[][]> startsOfYear = new HashMap<>();

    Volumes(List<SwedishRegion> regions, List<PathwayModel> pathways) {
        this(regions, pathways, Table.read("parameters.csv"));
    }

    Volumes(List<SwedishRegion> regions, List<PathwayModel> pathways, List<Table.Row> parameters) {
        this.regions = regions;
        this.pathways = pathways;
        Table.read("years.csv").forEach(row -> growth.put(row.whole("year"), row.number("cases")));
        lastKnown = growth.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
        referral = new double[regions.size()][lastKnown - FIRST + 1];
        backlog = new double[regions.size()][lastKnown - FIRST + 1];
        var numbers = new HashMap<String, Integer>();
        for (var region : regions) {
            numbers.put(region.code(), numbers.size());
        }
        for (var row : parameters) {
            int region = Objects.requireNonNull(numbers.get(row.text("region")));
            referral[region][row.whole("year") - FIRST] = row.number("referral_pct") / 100;
            backlog[region][row.whole("year") - FIRST] = row.number("backlog");
        }
        weight = new double[regions.size()];
        double sum = 0;
        for (var region : regions) {
            sum += region.population() * region.ageFactor();
        }
        for (int at = 0; at < weight.length; at++) {
            weight[at] = regions.get(at).population() * regions.get(at).ageFactor() / sum;
        }
    }

    private int column(int year) {
        return Math.clamp(year - FIRST, 0, lastKnown - FIRST);
    }

    private double growth(int year) {
        var known = growth.get(Math.clamp(year, FIRST, lastKnown));
        double at = known == null ? 1 : known;
        return year <= lastKnown ? at : at * StrictMath.pow(1.008, year - lastKnown);
    }

    /// New cases of what the pathway is for, among those who live in the region.
    double cases(int pathway, int region, int year) {
        return pathways.get(pathway).cases() * growth(year) * weight[region];
    }

    /// Decisions of well-founded suspicion in a year, by region and pathway.
    double[][] starts(int year) {
        return startsOfYear.computeIfAbsent(year, this::startsIn);
    }

    private double[][] startsIn(int year) {
        var starts = new double[regions.size()][pathways.size()];
        for (int region = 0; region < regions.size(); region++) {
            for (int pathway = 0; pathway < pathways.size(); pathway++) {
                starts[region][pathway] = starts(pathway, region, year);
            }
        }
        return starts;
    }

    /// Those whose criteria prove not to be met included.
    private double starts(int pathway, int region, int year) {
        var model = pathways.get(pathway);
        double reach = cases(pathway, region, year) * model.inclusion() * referral[region][column(year)];
        double investigated =
                model.closesByConversation() ? cases(pathway, region, year) * model.inclusion() : reach / model.yield();
        return investigated * (1 + NOT_MET);
    }

    /// How long a backlog the region lives with against an average one, changing evenly from the middle of one year to
    /// the next.
    double backlog(int region, int year, int dayOfYear) {
        double at = (dayOfYear - 183) / 365.0;
        double here = backlog[region][column(year)];
        double other = backlog[region][column(at < 0 ? year - 1 : year + 1)];
        return here + Math.abs(at) * (other - here);
    }

    /// The region's share of the nation's patients.
    double weight(int region) {
        return weight[region];
    }

    List<SwedishRegion> regions() {
        return regions;
    }

    List<PathwayModel> pathways() {
        return pathways;
    }
}
