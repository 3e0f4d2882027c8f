package se.varjedag.app.web.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.chart.Chart;

/// One figure of a page: its title is a question, its picture the answer, and what stands under it says over how many.
///
/// @param id        its name in the page and in the addresses of its files
/// @param question  the title
/// @param selection what it is counted over, where that differs from the page
/// @param chart     the picture; null where the table is the picture
/// @param data      the values
/// @param table     the values in words
/// @param files     what can be taken away
/// @param handbook  the page of the handbook that tells how it is counted; null when there is none
/// @param foot      the numbers behind it
public record Figure(
        String id,
        String question,
        @Nullable String selection,
        @Nullable Chart chart,
        DataTable data,
        DataTable.Shown table,
        List<Download> files,
        @Nullable String handbook,
        List<Rich> foot) {

    public Figure {
        files = List.copyOf(files);
        foot = List.copyOf(foot);
    }

    /// A file of a figure.
    ///
    /// @param text  its kind in words, such as CSV
    /// @param drawn whether the browser draws it from the file at the address; without script there is none
    public record Download(String text, String path, boolean drawn) {}

    /// The files of a figure under an address with the selection in it.
    public static List<Download> files(String folder, String id, String query, boolean drawn) {
        var files = new ArrayList<Download>();
        for (var kind : List.of("csv", "xlsx")) {
            files.add(new Download(kind.toUpperCase(Locale.ROOT), folder + "/" + id + "." + kind + query, false));
        }
        if (drawn) {
            var picture = folder + "/" + id + ".svg" + query;
            files.add(new Download("SVG", picture, false));
            files.add(new Download("PNG", picture, true));
        }
        return files;
    }
}
