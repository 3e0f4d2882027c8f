package se.varjedag.app.followup.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Chart;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.chart.Drawing;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;

/// One reader's look at the data: what is read, the selection, the words and the pen.
///
/// @param folder    the address of the page, under which its files lie
/// @param own       what is the reader's own
/// @param unitNames the name of a unit by its id
public record Reading(
        Basis basis,
        Selection selection,
        Texts texts,
        Charts charts,
        String folder,
        Own own,
        UnaryOperator<String> unitNames) {

    /// A reading of somebody who works for the whole country, in which units are called by their ids.
    public Reading(Basis basis, Selection selection, Texts texts, Charts charts, String folder) {
        this(basis, selection, texts, charts, folder, Own.EVERYWHERE, UnaryOperator.identity());
    }

    /// County code of the reader's own region; empty when none.
    public String ownRegion() {
        return own.region();
    }

    /// The name of a unit, or its id where it has none.
    public String unitName(String id) {
        return unitNames.apply(id);
    }

    /// How numbers and dates are written for this reader.
    public Formats formats() {
        return texts.formats();
    }

    /// A text in the words of this reader.
    public String t(String key, Object... values) {
        return texts.text(key, values);
    }

    /// Draws a picture, wide and narrow.
    public Chart draw(Drawing drawing) {
        return charts.draw(drawing, formats().thousands());
    }

    /// A figure of this page with its files.
    public Figure figure(
            String id,
            String question,
            @Nullable String selected,
            @Nullable Chart chart,
            DataTable data,
            String handbook,
            List<Rich> foot) {
        return new Figure(
                id,
                question,
                selected,
                chart,
                data,
                data.shown(formats()),
                Figure.files(folder, id, selection.query(), chart != null && chart.drawn()),
                "/metod/" + handbook,
                foot);
    }
}
