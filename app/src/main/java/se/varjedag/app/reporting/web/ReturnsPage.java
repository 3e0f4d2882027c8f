package se.varjedag.app.reporting.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reporting.MadeReturn;
import se.varjedag.app.reporting.NationalReturns;
import se.varjedag.app.web.Texts;

/// The page of national returns: what may be chosen, and those made.
///
/// @param regions those to choose from; only the own one for who acts for one
/// @param months  those that are over, the latest first
public record ReturnsPage(List<Choice> regions, List<Choice> months, List<Row> made) {
    private static final int MONTHS = 36;

    /// In an address: the day of extraction cannot be read.
    static final String DAY = "dag";

    public ReturnsPage {
        regions = List.copyOf(regions);
        months = List.copyOf(months);
        made = List.copyOf(made);
    }

    /// What can be chosen in a form.
    public record Choice(String value, String name) {}

    /// One return that was made.
    ///
    /// @param changes what differs from the one before, in words
    /// @param seal    the beginning of the file's SHA-256
    public record Row(
            String href, String name, String knownAt, String rows, String changes, String by, String at, String seal) {}

    static ReturnsPage of(List<MadeReturn> made, String region, LocalDate today, Texts texts) {
        var formats = texts.formats();
        var lastMonth = YearMonth.from(today).minusMonths(1);
        return new ReturnsPage(
                Regions.all().stream()
                        .filter(one -> region.isEmpty() || one.code().equals(region))
                        .map(one -> new Choice(one.code(), one.name()))
                        .toList(),
                IntStream.range(0, MONTHS)
                        .mapToObj(lastMonth::minusMonths)
                        .map(month -> new Choice(month.toString(), formats.month(month)))
                        .toList(),
                made.stream().map(one -> row(one, texts)).toList());
    }

    private static Row row(MadeReturn made, Texts texts) {
        var formats = texts.formats();
        return new Row(
                ReturnController.PATH + "/" + made.id(),
                ReturnPage.name(made, texts),
                ReturnPage.knownAt(made, texts),
                formats.whole(made.rows()),
                made.since().isEmpty()
                        ? texts.text("return.first")
                        : texts.text(
                                "return.changes",
                                formats.whole(made.added()),
                                formats.whole(made.changed()),
                                formats.whole(made.withdrawn())),
                made.by(),
                formats.moment(made.at()),
                made.sha256().substring(0, 12));
    }

    /// A sentence for a reason that the address names; empty for anything else.
    static String trouble(String key, Texts texts) {
        if (key.equals(DAY)) {
            return texts.text("return.trouble.day");
        }
        for (var reason : NationalReturns.Reason.values()) {
            if (reason.inAddress().equals(key)) {
                return texts.text("return.trouble." + reason.key());
            }
        }
        return "";
    }
}
