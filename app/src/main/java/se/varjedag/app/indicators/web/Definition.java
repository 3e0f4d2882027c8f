package se.varjedag.app.indicators.web;

import java.util.List;
import se.varjedag.app.indicators.Indicator;
import se.varjedag.app.web.Texts;

/// How an indicator is defined, in finished words.
public record Definition(String heading, String words) {

    static List<Definition> of(Indicator one, Texts texts) {
        var language = texts.language();
        var holds = one.to()
                .map(to -> texts.text(
                        "indicator.valid.until",
                        texts.formats().date(one.from()),
                        texts.formats().date(to)))
                .orElseGet(
                        () -> texts.text("indicator.valid.from", texts.formats().date(one.from())));
        return List.of(
                new Definition(
                        texts.text("indicator.definition"), one.definition().in(language)),
                new Definition(
                        texts.text("indicator.numerator"), one.numerator().in(language)),
                new Definition(
                        texts.text("indicator.denominator"), one.denominator().in(language)),
                new Definition(texts.text("indicator.source"), one.source().in(language)),
                new Definition(texts.text("indicator.goal"), IndicatorsPage.goal(one, texts)),
                new Definition(texts.text("indicator.reference"), one.reference()),
                new Definition(texts.text("indicator.advice"), one.advice().in(language)),
                new Definition(
                        texts.text("indicator.owner"),
                        one.owner().isEmpty() ? texts.text("indicator.no-owner") : one.owner()),
                new Definition(texts.text("indicator.valid"), holds));
    }
}
