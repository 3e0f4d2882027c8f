package se.varjedag.pathway.open;

import java.util.ArrayList;
import java.util.List;

/// Patients moved between plain cells so that every field outside of a few keeps its number.
///
/// One more in (svf, region) and in (otherSvf, otherRegion), one fewer in the two cells across: rows and columns that
/// hold both of a pair stay as they are. Without another pathway the rows change with it, without another region the
/// columns.
///
/// @param otherSvf -1 for none
/// @param otherRegion -1 for none
record Swap(int svf, int otherSvf, int region, int otherRegion) {

    /// Takes a plain cell and whether the swap adds to it (+1) or takes from it (−1).
    @FunctionalInterface
    interface Corner {
        void at(int svf, int region, int sign);
    }

    void corners(Corner visitor) {
        visitor.at(svf, region, 1);
        if (otherSvf >= 0) {
            visitor.at(otherSvf, region, -1);
        }
        if (otherRegion >= 0) {
            visitor.at(svf, otherRegion, -1);
        }
        if (otherSvf >= 0 && otherRegion >= 0) {
            visitor.at(otherSvf, otherRegion, 1);
        }
    }

    /// The rows whose sums change.
    List<Integer> rows(Board board) {
        var rows = new ArrayList<Integer>(List.of(svf));
        rows.add(otherSvf >= 0 ? otherSvf : board.allSvfs());
        return rows;
    }

    /// The columns whose sums change.
    List<Integer> columns(Board board) {
        var columns = new ArrayList<Integer>(List.of(region));
        if (otherRegion < 0) {
            columns.add(board.hregion(region));
            columns.add(board.nation());
        } else {
            columns.add(otherRegion);
            if (board.hregion(region) != board.hregion(otherRegion)) {
                columns.add(board.hregion(region));
                columns.add(board.hregion(otherRegion));
            }
        }
        return columns;
    }
}
