package se.varjedag.pathway.open;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The fields that are published side by side: each pathway and all together, crossed with each region, each
/// healthcare region and the nation.
///
/// Rows number the pathways, with all of them last. Columns number the regions, then the healthcare regions, then the
/// nation. The plain cells are those of one pathway in one region; every other field is a sum of them.
final class Board {
    private final List<String> svfs;
    private final List<String> regions;
    private final List<String> hregions;
    private final int[] hregionOf;

    /// @param healthcareRegions the healthcare region that each region lies in
    Board(List<String> svfs, Map<String, String> healthcareRegions) {
        this.svfs = svfs.stream().sorted().toList();
        var sorted = new TreeMap<>(healthcareRegions);
        regions = new ArrayList<>(sorted.keySet());
        hregions = sorted.values().stream().distinct().sorted().toList();
        hregionOf = sorted.values().stream()
                .mapToInt(name -> Collections.binarySearch(hregions, name))
                .toArray();
    }

    int svfs() {
        return svfs.size();
    }

    int regions() {
        return regions.size();
    }

    int rows() {
        return svfs.size() + 1;
    }

    int columns() {
        return regions.size() + hregions.size() + 1;
    }

    /// The row of all pathways together.
    int allSvfs() {
        return svfs.size();
    }

    /// The column of the nation.
    int nation() {
        return regions.size() + hregions.size();
    }

    /// The column of the healthcare region that a region lies in.
    int hregion(int region) {
        return regions.size() + hregionOf[region];
    }

    boolean isHregion(int column) {
        return column >= regions.size() && column < nation();
    }

    int row(String svf) {
        return Collections.binarySearch(svfs, svf);
    }

    int region(String code) {
        return Collections.binarySearch(regions, code);
    }

    List<String> svfNames() {
        return svfs;
    }

    List<String> regionNames() {
        return regions;
    }

    List<String> hregionNames() {
        return hregions;
    }

    /// Whether a pathway is counted in a row.
    boolean inRow(int svf, int row) {
        return row == allSvfs() || row == svf;
    }

    /// Whether a region is counted in a column.
    boolean inColumn(int region, int column) {
        return column == nation() || column == region || column == hregion(region);
    }

    /// The fields as sums of the plain cells, row by row.
    long[][] sums(long[][] cells) {
        var sums = new long[rows()][columns()];
        for (int svf = 0; svf < svfs(); svf++) {
            for (int region = 0; region < regions(); region++) {
                long count = cells[svf][region];
                for (int row : new int[] {svf, allSvfs()}) {
                    sums[row][region] += count;
                    sums[row][hregion(region)] += count;
                    sums[row][nation()] += count;
                }
            }
        }
        return sums;
    }
}
