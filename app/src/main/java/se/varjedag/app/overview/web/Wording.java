package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.overview.Content;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.web.Texts;

/// Values in the reader's words. What no text names is shown as its sender wrote it.
record Wording(Content content, ItemNames names, Texts texts) {
    private static final Set<String> CONCERNS = Set.of("progress", "toxicity", "growing", "new");

    /// What an item is called.
    String item(String item) {
        return content.word(item, texts.language())
                .or(() -> names.of(item).map(name -> name.in(texts.language())))
                .orElseGet(() -> worded("overview.item." + item, item));
    }

    /// What a value is of; where others own what it was asked with, with the licence.
    String named(Fact fact) {
        boolean licensed = fact.kind() == Kind.PATIENT_REPORTED
                && fact.number() != null
                && !fact.text().isEmpty();
        return licensed ? texts.text("overview.licence", item(fact.item()), fact.text()) : item(fact.item());
    }

    /// A reason, or what an image says.
    String reason(String reason) {
        return worded("overview.why." + reason, reason);
    }

    private String worded(String key, String otherwise) {
        return texts.has(key) ? texts.text(key) : otherwise;
    }

    /// Whether a reason is one for concern.
    boolean concerns(String reason) {
        return CONCERNS.contains(reason);
    }

    /// Whether a number lies outside its own reference range.
    boolean outside(Fact fact) {
        var number = fact.number();
        var low = fact.low();
        var high = fact.high();
        return number != null && ((low != null && number < low) || (high != null && number > high));
    }

    /// Where an item stands among those of its list: the later the darker, or the next colour.
    int rank(String item) {
        for (var list : List.of(content.statuses(), content.classes())) {
            for (int at = 0; at < list.size(); at++) {
                if (list.get(at).item().equals(item)) {
                    return at;
                }
            }
        }
        return 4;
    }

    /// A drug with its line of treatment.
    String drug(Fact fact) {
        var name = fact.text().isEmpty() ? item(fact.item()) : fact.text();
        return fact.part() > 0 ? texts.text("overview.drug.line", name, fact.part()) : name;
    }

    /// A value with its unit: `18,2 µg/l`.
    String value(Fact fact) {
        if (fact.kind() == Kind.RADIOTHERAPY && fact.number() != null) {
            var dose = Curve.written(texts.formats(), Curve.number(fact));
            return texts.text("overview.dose", dose, Math.max(1, fact.part()), fact.text());
        }
        if (fact.number() != null) {
            var number = Curve.written(texts.formats(), Curve.number(fact));
            return fact.measure().isEmpty() ? number : number + " " + fact.measure();
        }
        if (fact.kind() == Kind.STATUS) {
            return item(fact.item());
        }
        if (fact.kind() == Kind.TREATMENT) {
            return drug(fact);
        }
        if (fact.kind() == Kind.PALLIATIVE) {
            return worded("palliative.answer." + fact.text(), fact.text());
        }
        return fact.text().isEmpty() ? texts.text("overview.done") : fact.text();
    }

    /// What stands over a mark.
    ///
    /// @param today the day that waiting for an answer is counted to; null: not told
    String label(Fact fact, @Nullable LocalDate today) {
        if (fact.state() == State.AWAITED) {
            return today == null
                    ? texts.text("overview.awaited", item(fact.item()))
                    : texts.text(
                            "overview.awaited.days",
                            item(fact.item()),
                            Math.toIntExact(ChronoUnit.DAYS.between(fact.day(), today)));
        }
        return switch (fact.kind()) {
            case IMAGING -> {
                var what = fact.text().isEmpty() ? item(fact.item()) : item(fact.item()) + ": " + fact.text();
                yield what;
            }
            case PATHOLOGY -> fact.text().isEmpty() ? item(fact.item()) : item(fact.item()) + " " + fact.text();
            default -> fact.text().isEmpty() ? item(fact.item()) : fact.text();
        };
    }

    /// The mark itself: up and orange grows, down and blue shrinks, open awaits an answer.
    Shape mark(Fact fact, double x, double y) {
        var title =
                label(fact, null) + " " + fact.day() + (fact.reason().isEmpty() ? "" : " · " + reason(fact.reason()));
        if (fact.state() == State.AWAITED) {
            return Shape.mark('s', x, y, "var(--paper)", "var(--late)", title);
        }
        if (fact.kind() != Kind.IMAGING) {
            return Shape.mark(fact.kind() == Kind.SURGERY ? 'r' : 's', x, y, "var(--data)", "none", title);
        }
        return switch (fact.reason()) {
            case "growing", "new" -> Shape.mark('u', x, y, "var(--late)", "none", title);
            case "shrinking" -> Shape.mark('d', x, y, "var(--better)", "none", title);
            case "stable" -> Shape.mark('o', x, y, "var(--data)", "none", title);
            default -> Shape.mark('o', x, y, "var(--paper)", "var(--data)", title);
        };
    }
}
