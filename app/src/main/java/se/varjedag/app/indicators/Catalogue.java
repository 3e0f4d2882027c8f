package se.varjedag.app.indicators;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.indicators.Indicator.Words;
import se.varjedag.app.reference.DataRow;

/// Every indicator: `indicators.yaml`, with its sources. A promise without any that can be counted is an open debt.
@Component
public class Catalogue {
    /// How many promises there are.
    public static final int PROMISES = 6;

    private static final String FILE = "indicators.yaml";
    private static final double PERCENT = 100;

    private final List<Indicator> all;

    Catalogue() {
        this(DataRow.shipped(Catalogue.class, FILE));
    }

    private Catalogue(DataRow file) {
        all = file.rows("indicators").stream().map(Catalogue::indicator).toList();
        var seen = new HashSet<String>();
        all.forEach(one -> {
            if (!seen.add(one.id())) {
                throw file.wrong("names " + one.id() + " twice");
            }
        });
    }

    /// As a file says.
    ///
    /// @throws IllegalArgumentException where it does not say what it has to
    static Catalogue of(String yaml) {
        return new Catalogue(DataRow.of(FILE, yaml));
    }

    /// Every indicator, in the order of the file.
    public List<Indicator> all() {
        return all;
    }

    /// Those of a promise.
    public List<Indicator> ofPromise(int promise) {
        return all.stream().filter(one -> one.promise() == promise).toList();
    }

    /// The indicator of an id.
    public Optional<Indicator> byId(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Indicator indicator(DataRow row) {
        int promise = row.number("promise");
        if (promise < 1 || promise > PROMISES) {
            throw row.wrong("has a promise " + promise);
        }
        return new Indicator(
                row.text("indicator"),
                promise,
                words(row),
                words(row.row("definition")),
                words(row.row("numerator")),
                words(row.row("denominator")),
                words(row.row("source")),
                words(row.row("advice")),
                row.perhaps("measure"),
                share(row, "high"),
                share(row, "middle"),
                !row.is("less"),
                row.texts("places").stream()
                        .map(place -> Place.valueOf(place.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.perhaps("owner").orElse(""),
                LocalDate.parse(row.text("from")),
                row.perhaps("to").map(LocalDate::parse),
                row.text("reference"));
    }

    private static OptionalDouble share(DataRow row, String key) {
        var percent = row.decimal(key);
        return percent.isEmpty() ? percent : OptionalDouble.of(percent.getAsDouble() / PERCENT);
    }

    private static Words words(DataRow row) {
        return new Words(row.text("sv"), row.text("en"));
    }
}
