package se.varjedag.app.followup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Verdict;

/// The chart of Förändring for the pages of other modules: a measure from month to month, with what was done drawn in.
public interface ChangeCharts {

    /// What is asked for.
    ///
    /// @param measure key of the measure, as links write it
    /// @param svf     id of the pathway; empty for all
    /// @param hregion key of the healthcare region
    /// @param region  county code; empty for the whole healthcare region
    /// @param from    the day something began; none draws nothing in
    /// @param to      its last day
    /// @param words   what was done
    record Asked(
            String measure,
            String svf,
            String hregion,
            String region,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String words) {}

    /// A chart with what it says.
    record Drawn(Figure figure, List<Verdict> verdicts) {

        public Drawn {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// The chart; empty while there is nothing to draw, or where what is asked for is not known here.
    Optional<Drawn> draw(Asked asked, HttpServletRequest request);
}
