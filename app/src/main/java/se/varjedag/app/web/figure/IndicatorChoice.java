package se.varjedag.app.web.figure;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.ui.Model;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.Visitor;

/// What a page of indicators is asked for: a whole year, and of the current one the quarters that are over. No two
/// periods share a day, so that what is hidden in one cannot be worked out from others.
///
/// @param region its code, empty for the whole country
public record IndicatorChoice(int year, Span span, String region) {
    private static final String ALL = "alla";
    private static final int YEARS = 10;
    private static final int QUARTER = 3;

    /// A year to choose.
    public record Year(int number, String words, boolean chosen) {}

    /// What an address asks for: without a year the latest of which anything is over, without a region the reader's
    /// own,
    /// and the whole country only when it is asked for.
    public static IndicatorChoice of(String year, String region, Frame frame) {
        var own = frame.visitor().map(Visitor::region).orElse("");
        var chosen = region.equals(ALL) ? "" : region.isEmpty() ? own : region;
        var offered = offered(frame.today());
        int named = offered.stream()
                .filter(one -> String.valueOf(one).equals(year))
                .findFirst()
                .orElse(offered.getFirst());
        return new IndicatorChoice(named, span(named, frame.today()), chosen);
    }

    static List<Integer> offered(LocalDate today) {
        int latest = span(today.getYear(), today).to().isBefore(LocalDate.of(today.getYear(), 1, 1))
                ? today.getYear() - 1
                : today.getYear();
        return IntStream.range(0, YEARS).mapToObj(ago -> latest - ago).toList();
    }

    /// A year up to the last day of its last quarter that is over.
    static Span span(int year, LocalDate today) {
        var first = LocalDate.of(year, Month.JANUARY, 1);
        var last = first.plusYears(1).minusDays(1);
        if (!last.isBefore(today)) {
            last = first.plusMonths((today.getMonthValue() - 1) / QUARTER * (long) QUARTER)
                    .minusDays(1);
        }
        return new Span(first, last);
    }

    /// Gives the page the choice, and the years and regions to choose from.
    public void show(Model model, Frame frame, Texts texts) {
        model.addAttribute(
                "years",
                offered(frame.today()).stream()
                        .map(one -> new Year(one, words(one, frame.today(), texts), one == year))
                        .toList());
        model.addAttribute("region", region);
        model.addAttribute("regions", Regions.all());
    }

    private static String words(int year, LocalDate today, Texts texts) {
        return year < today.getYear()
                ? String.valueOf(year)
                : texts.text(
                        "indicators.year.until",
                        String.valueOf(year),
                        texts.formats().date(span(year, today).to()));
    }
}
