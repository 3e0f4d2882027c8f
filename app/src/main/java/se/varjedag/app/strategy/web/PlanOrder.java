package se.varjedag.app.strategy.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import se.varjedag.app.strategy.Activity;

/// What the table of a plan is ordered by: its columns.
enum PlanOrder {
    AREA("omrade"),
    TITLE("aktivitet"),
    PROMISE("lofte"),
    OWNER("ansvarig"),
    REGIONS("regioner"),
    PERIOD("tid"),
    STATUS("status");

    private final String key;

    PlanOrder(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /// The order that is written so; as the plan was written where none is.
    static PlanOrder of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key.equals(key))
                .findFirst()
                .orElse(AREA);
    }

    Comparator<Activity> by(PlanWords words, LocalDate today) {
        var collator = Collator.getInstance(Locale.of("sv", "SE"));
        Comparator<String> emptyLast =
                Comparator.<String, Boolean>comparing(String::isEmpty).thenComparing(collator::compare);
        return switch (this) {
            // As the plan was written: an improvement area stands together there.
            case AREA -> Comparator.comparingLong(Activity::id);
            case TITLE -> Comparator.comparing(one -> one.content().title(), emptyLast);
            case PROMISE ->
                Comparator.comparing(one -> words.numbered(one.content().promise()), emptyLast);
            case OWNER -> Comparator.comparing(one -> one.content().owner(), emptyLast);
            case REGIONS ->
                Comparator.comparing(one -> PlanWords.regions(one.content().regions()), emptyLast);
            case PERIOD ->
                Comparator.comparing((Activity one) ->
                        one.content().to().or(one.content()::from).orElse(LocalDate.MAX));
            case STATUS -> Comparator.comparing((Activity one) -> one.on(today));
        };
    }
}
