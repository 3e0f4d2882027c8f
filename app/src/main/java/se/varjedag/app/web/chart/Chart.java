package se.varjedag.app.web.chart;

import org.jspecify.annotations.Nullable;

/// A finished picture: one for wide places and one for narrow ones, as SVG text.
///
/// @param label  the finding in one sentence, which is what a reader who cannot see it is told
/// @param wide   null when nothing here can draw; the table is then shown instead
/// @param narrow the same picture for 360 px
public record Chart(
        String label, @Nullable String wide, @Nullable String narrow) {

    /// Whether there is a picture.
    public boolean drawn() {
        return wide != null;
    }
}
