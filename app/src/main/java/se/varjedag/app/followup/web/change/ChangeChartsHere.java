package se.varjedag.app.followup.web.change;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.ChangeCharts;
import se.varjedag.app.followup.web.Readings;

/// Draws the chart of Förändring for other modules, as that page does.
@Component
class ChangeChartsHere implements ChangeCharts {
    private static final String PATH = "/folj-upp/forandring";

    private final Readings readings;

    ChangeChartsHere(Readings readings) {
        this.readings = readings;
    }

    @Override
    public Optional<Drawn> draw(Asked asked, HttpServletRequest request) {
        if (!readings.ready()) {
            return Optional.empty();
        }
        var parameters = new HashMap<String, String>();
        parameters.put("matt", asked.measure());
        parameters.put("svf", asked.svf());
        parameters.put(
                asked.region().isEmpty() ? "hregion" : "region",
                asked.region().isEmpty() ? asked.hregion() : asked.region());
        parameters.put("handelse", asked.from().map(LocalDate::toString).orElse(""));
        parameters.put("till", asked.to().map(LocalDate::toString).orElse(""));
        parameters.put("not", asked.words());
        try {
            var view = readings.page(
                    ChartView.class,
                    request,
                    parameters,
                    PATH,
                    Choices.OWN,
                    reading -> ChartView.of(reading, Choices.of(reading.selection())));
            var verdict = view.verdict();
            return view.figure().chart() == null
                    ? Optional.empty()
                    : Optional.of(new Drawn(view.figure(), verdict == null ? List.of() : List.of(verdict)));
        } catch (ResponseStatusException _) {
            // A pathway that the definitions no longer know has no chart.
            return Optional.empty();
        }
    }
}
