package se.varjedag.app.careplan.web;

import java.util.List;
import java.util.stream.Collectors;
import se.varjedag.app.careplan.HomeMeasure;
import se.varjedag.app.careplan.Measured.Entry;
import se.varjedag.app.careplan.Measured.Version;
import se.varjedag.app.web.Formats;
import se.varjedag.pathway.definition.Language;

/// A measure and its numbers in the reader's words.
public record MeasureWords(HomeMeasure measure, Plain words) {
    /// One entry.
    ///
    /// @param history what it said before, the latest first
    /// @param written when she wrote it, for who reads it beside the day it is of
    public record Row(String entry, String day, String value, String note, List<String> history, String written) {
        public Row {
            history = List.copyOf(history);
        }
    }

    String name() {
        return measure.name().in(LetterText.of(words));
    }

    String unit() {
        return measure.unit().in(LetterText.of(words));
    }

    /// The numbers with their unit: `72,5 kg`, `120/80 mmHg`, `4 av 10`.
    String value(List<Double> numbers) {
        var said = numbers.stream().map(this::number).collect(Collectors.joining("/"));
        return measure.isScale()
                ? words.t(
                        "mvp.measure.of",
                        said,
                        number(measure.parts().getFirst().highest()))
                : said + Formats.NB + unit();
    }

    String number(double number) {
        var formats = words.texts().formats();
        return measure.decimals() == 0
                ? formats.whole(Math.round(number))
                : formats.decimal(number, measure.decimals());
    }

    /// The number as she would type it.
    String typed(double number) {
        var written = measure.decimals() == 0 ? String.valueOf(Math.round(number)) : String.valueOf(number);
        return words.texts().language() == Language.SV ? written.replace('.', ',') : written;
    }

    Row row(Entry entry) {
        var now = entry.now();
        var formats = words.texts().formats();
        return new Row(
                now.entry().toString(),
                formats.date(now.day()),
                value(now.numbers()),
                now.words(),
                entry.before().stream().map(this::before).toList(),
                words.t(now.gone() ? "mvp.measure.gone" : "mvp.measure.written", formats.moment(now.at())));
    }

    private String before(Version one) {
        var formats = words.texts().formats();
        var said = value(one.numbers()) + ", " + formats.date(one.day());
        return words.t(
                "mvp.measure.before",
                one.words().isEmpty() ? said : said + ", " + one.words(),
                formats.moment(one.at()));
    }
}
