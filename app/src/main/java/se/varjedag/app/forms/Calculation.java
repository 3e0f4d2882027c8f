package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How an item is counted from answers: the part of FHIRPath that scores need, and no more (decision 27).
///
/// Read is `%resource.descendants().where(linkId='a' or linkId='b').answer.value.ordinal().sum()`, with `min`, `max`,
/// `avg` or `count` for `sum` and without `.ordinal()` where the answers are numbers themselves. An item of options is
/// the last one whose worth is not above the number:
/// `%questionnaire.descendants().where(linkId='c').answerOption.where(extension('…/ordinalValue').value <=
/// …).last().value`.
///
/// @param of      the questions that are counted
/// @param worth   whether an answer counts what its option is worth
/// @param options the item whose options are chosen among; empty where the number itself is the answer
public record Calculation(List<String> of, boolean worth, Fold fold, String options) {
    private static final Pattern NUMBER = Pattern.compile(
            "%resource\\.descendants\\(\\)\\.where\\((linkId='[^']+'(?: or linkId='[^']+')*)\\)\\.answer\\.value"
                    + "(\\.ordinal\\(\\))?\\.(sum|min|max|avg|count)\\(\\)");
    private static final Pattern OPTION =
            Pattern.compile("%questionnaire\\.descendants\\(\\)\\.where\\(linkId='([^']+)'\\)"
                    + "\\.answerOption\\.where\\(extension\\('http://hl7\\.org/fhir/StructureDefinition/ordinalValue'\\)"
                    + "\\.value <= (.+)\\)\\.last\\(\\)\\.value");
    private static final Pattern LINK = Pattern.compile("linkId='([^']+)'");

    public Calculation {
        of = List.copyOf(of);
    }

    /// What is made of the numbers.
    enum Fold {
        SUM,
        MIN,
        MAX,
        AVG,
        COUNT;

        private static Fold of(String name) {
            for (var fold : values()) {
                if (fold.name().equalsIgnoreCase(name)) {
                    return fold;
                }
            }
            throw new IllegalArgumentException(name);
        }
    }

    /// The calculation that is written so; empty for any other expression.
    static Optional<Calculation> read(String expression) {
        var option = OPTION.matcher(expression);
        if (option.matches()) {
            return read(option.group(2), option.group(1));
        }
        return read(expression, "");
    }

    private static Optional<Calculation> read(String expression, String options) {
        var number = NUMBER.matcher(expression);
        if (!number.matches()) {
            return Optional.empty();
        }
        var of =
                LINK.matcher(number.group(1)).results().map(one -> one.group(1)).toList();
        return Optional.of(new Calculation(of, number.group(2) != null, Fold.of(number.group(3)), options));
    }

    /// The expression again.
    String expression() {
        var where =
                String.join(" or ", of.stream().map("linkId='%s'"::formatted).toList());
        var number = "%resource.descendants().where(" + where + ").answer.value" + (worth ? ".ordinal()" : "") + "."
                + fold.name().toLowerCase(java.util.Locale.ROOT) + "()";
        return options.isEmpty()
                ? number
                : "%questionnaire.descendants().where(linkId='" + options
                        + "').answerOption.where(extension('http://hl7.org/fhir/StructureDefinition/ordinalValue').value <= "
                        + number + ").last().value";
    }

    /// The number of these; empty where nothing has been answered, which FHIRPath would call 0: what is not known is
    /// not
    /// nothing.
    Optional<BigDecimal> number(List<BigDecimal> counted) {
        if (fold == Fold.COUNT) {
            return Optional.of(BigDecimal.valueOf(counted.size()));
        }
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<>(counted);
        all.sort(null);
        var sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(
                switch (fold) {
                    case SUM -> sum;
                    case MIN -> all.getFirst();
                    case MAX -> all.getLast();
                    case AVG -> sum.divide(BigDecimal.valueOf(all.size()), MathContext.DECIMAL64);
                    case COUNT -> BigDecimal.valueOf(all.size());
                });
    }
}
