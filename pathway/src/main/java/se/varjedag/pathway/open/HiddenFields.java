package se.varjedag.pathway.open;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which fields of one table are hidden: those with one to four patients, and as many others as are needed that none
/// of these can be worked out.
///
/// A table has parts (within the limit, over it, without a known limit) that add up to a total. The total of a field
/// and its parts are hidden apart: many fields can tell how many there are, but not how they divide.
///
/// A small number counts as safe when there is another table, with the same numbers in every field that is shown and
/// nothing below zero, in which it is so much larger, and one in which it is so much smaller, that at least
/// [#NARROWEST] whole steps lie between. Such tables are made by [Swap]s among fields that are hidden; where there are
/// too few of them, the fields of the cheapest swap are hidden too. So the proof that a number is safe is found before
/// the next is looked at, and hiding more never undoes it. Source of the idea: the hypercube method, Giessing and
/// Repsilber, Tools and strategies to protect multiple tables with the GHQUAR cell suppression engine, in Inference
/// Control in Statistical Databases (2002) 181–192; here with exact bounds and with the division into parts.
final class HiddenFields {

    /// The fewest patients that are shown.
    static final long FEWEST = 5;

    /// Between the least and the greatest number that a hidden one can be, there are at least so many steps.
    static final long NARROWEST = 5;

    private final Board board;
    private final long[][][] parts;
    private final long[][][] sums;
    private final long[][] totals;
    private final boolean[][] total;
    private final boolean[][] division;
    private final double[][] worth;

    private record Small(int row, int column, int part, long count) {}

    /// A swap, and which part it moves: with another part moved the other way the totals stay.
    private record Move(Swap swap, int part, int counterPart) {

        boolean keepsTotals() {
            return counterPart >= 0;
        }
    }

    private record Choice(Move move, long up, long down, double price) {}

    /// @param parts for each part the plain cells, by pathway and region
    HiddenFields(Board board, long[][][] parts) {
        this.board = board;
        this.parts = parts;
        sums = new long[parts.length][][];
        var all = new long[board.svfs()][board.regions()];
        for (int part = 0; part < parts.length; part++) {
            sums[part] = board.sums(parts[part]);
            for (int svf = 0; svf < board.svfs(); svf++) {
                for (int region = 0; region < board.regions(); region++) {
                    all[svf][region] += parts[part][svf][region];
                }
            }
        }
        totals = board.sums(all);
        total = new boolean[board.rows()][board.columns()];
        division = new boolean[board.rows()][board.columns()];
        worth = worths();
        var smalls = smalls();
        smalls.forEach(this::hide);
        smalls.forEach(this::protect);
    }

    /// Whether a field's total must not be shown.
    boolean total(int row, int column) {
        return total[row][column];
    }

    /// Whether how a field's total divides must not be shown; so wherever the total is hidden.
    boolean division(int row, int column) {
        return division[row][column];
    }

    private static boolean small(long count) {
        return count > 0 && count < FEWEST;
    }

    /// Every small number, sums before plain cells: what they need hidden helps the cells below them.
    private List<Small> smalls() {
        var smalls = new ArrayList<Small>();
        for (int row = 0; row < board.rows(); row++) {
            for (int column = 0; column < board.columns(); column++) {
                if (small(totals[row][column])) {
                    smalls.add(new Small(row, column, -1, totals[row][column]));
                }
                for (int part = 0; part < parts.length; part++) {
                    if (small(sums[part][row][column])) {
                        smalls.add(new Small(row, column, part, sums[part][row][column]));
                    }
                }
            }
        }
        smalls.sort(Comparator.comparingInt((Small one) -> one.row == board.allSvfs() ? 0 : 1)
                .thenComparingInt(one -> one.column == board.nation() ? 0 : board.isHregion(one.column) ? 1 : 2)
                .thenComparingInt(Small::part));
        return smalls;
    }

    private void hide(Small small) {
        division[small.row][small.column] = true;
        if (small(totals[small.row][small.column]) || parts.length == 1) {
            total[small.row][small.column] = true;
        }
    }

    private void protect(Small small) {
        var larger = copy();
        var smaller = copy();
        long width = 0;
        while (width < NARROWEST) {
            var choice = cheapest(small, larger, smaller, NARROWEST - width);
            hide(choice.move);
            apply(choice.move, larger, choice.up);
            apply(choice.move, smaller, -choice.down);
            width += choice.up + choice.down;
        }
    }

    private Choice cheapest(Small small, long[][][] larger, long[][][] smaller, long need) {
        @Nullable Choice best = null;
        for (int svf = 0; svf < board.svfs(); svf++) {
            for (int region = 0; region < board.regions(); region++) {
                if (board.inRow(svf, small.row) && board.inColumn(region, small.column)) {
                    best = cheapestFrom(svf, region, small, larger, smaller, need, best);
                    if (best != null && best.price == 0) {
                        return best;
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("No way was found to hide " + small);
        }
        return best;
    }

    private @Nullable Choice cheapestFrom(
            int svf,
            int region,
            Small small,
            long[][][] larger,
            long[][][] smaller,
            long need,
            @Nullable Choice known) {
        var best = known;
        if (totals[svf][region] == 0) {
            return best;
        }
        for (int otherSvf = -1; otherSvf < board.svfs(); otherSvf++) {
            if (otherSvf == svf
                    || (otherSvf >= 0 && (board.inRow(otherSvf, small.row) || totals[otherSvf][region] == 0))) {
                continue;
            }
            for (int otherRegion = -1; otherRegion < board.regions(); otherRegion++) {
                if (otherRegion == region
                        || (otherRegion >= 0
                                && (board.inColumn(otherRegion, small.column) || totals[svf][otherRegion] == 0))) {
                    continue;
                }
                best = cheapestOf(new Swap(svf, otherSvf, region, otherRegion), small, larger, smaller, need, best);
            }
        }
        return best;
    }

    /// The cheapest way to make one swap: which part moves, and against which other. A swap that would be too dear
    /// with all the room it could have is not looked at further.
    private @Nullable Choice cheapestOf(
            Swap swap, Small small, long[][][] larger, long[][][] smaller, long need, @Nullable Choice known) {
        var best = known;
        double moving = price(swap, false);
        double dividing = price(swap, true);
        for (int part = 0; part < parts.length; part++) {
            if ((small.part < 0 || small.part == part) && (best == null || moving / need < best.price)) {
                best = cheaper(best, new Move(swap, part, -1), moving, larger, smaller, need);
            }
            for (int other = 0; small.part == part && other < parts.length; other++) {
                if (other != part && (best == null || dividing / need < best.price)) {
                    best = cheaper(best, new Move(swap, part, other), dividing, larger, smaller, need);
                }
            }
        }
        return best;
    }

    private @Nullable Choice cheaper(
            @Nullable Choice best, Move move, double whole, long[][][] larger, long[][][] smaller, long need) {
        long up = Math.min(need, room(move, larger, 1));
        long down = Math.min(need - up, room(move, smaller, -1));
        if (up + down == 0) {
            return best;
        }
        double price = whole / (up + down);
        return best == null || price < best.price ? new Choice(move, up, down, price) : best;
    }

    /// How many times a move can be made in a direction before a number would fall below zero, or a hidden total to
    /// zero: where nobody is, nothing is hidden.
    private long room(Move move, long[][][] cells, int direction) {
        long[] room = {NARROWEST};
        move.swap.corners((svf, region, sign) -> {
            boolean takes = sign * direction < 0;
            if (totals[svf][region] == 0) {
                room[0] = 0;
            } else if (move.keepsTotals()) {
                room[0] = Math.min(room[0], cells[takes ? move.part : move.counterPart][svf][region]);
            } else if (takes) {
                room[0] = Math.min(room[0], Math.min(cells[move.part][svf][region], all(cells, svf, region) - 1));
            }
        });
        return room[0];
    }

    private static long all(long[][][] cells, int svf, int region) {
        long sum = 0;
        for (var part : cells) {
            sum += part[svf][region];
        }
        return sum;
    }

    private static void apply(Move move, long[][][] cells, long times) {
        move.swap.corners((svf, region, sign) -> {
            cells[move.part][svf][region] += sign * times;
            if (move.keepsTotals()) {
                cells[move.counterPart][svf][region] -= sign * times;
            }
        });
    }

    /// What a swap costs: the fields that are shown now and would be hidden, sums dearer than plain cells and large
    /// numbers dearer than small.
    ///
    /// @param keepsTotals whether only how the totals divide would be hidden
    private double price(Swap swap, boolean keepsTotals) {
        double price = 0;
        var columns = swap.columns(board);
        for (int row : swap.rows(board)) {
            for (int column : columns) {
                double one = worth[row][column];
                price += division[row][column] ? 0 : one;
                price += keepsTotals || total[row][column] ? 0 : one;
            }
        }
        return price;
    }

    private double[][] worths() {
        var worths = new double[board.rows()][board.columns()];
        for (int row = 0; row < board.rows(); row++) {
            for (int column = 0; column < board.columns(); column++) {
                worths[row][column] = worth(row, column);
            }
        }
        return worths;
    }

    private double worth(int row, int column) {
        int level = column == board.nation() ? 40 : board.isHregion(column) ? 4 : 1;
        return level * (row == board.allSvfs() ? 40 : 1) * (1 + Math.log1p((double) totals[row][column]));
    }

    private void hide(Move move) {
        for (int row : move.swap.rows(board)) {
            for (int column : move.swap.columns(board)) {
                division[row][column] = true;
                total[row][column] |= !move.keepsTotals();
            }
        }
    }

    private long[][][] copy() {
        var copy = new long[parts.length][board.svfs()][];
        for (int part = 0; part < parts.length; part++) {
            for (int svf = 0; svf < board.svfs(); svf++) {
                copy[part][svf] = parts[part][svf].clone();
            }
        }
        return copy;
    }
}
