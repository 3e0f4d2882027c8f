package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import se.varjedag.app.careplan.Way;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The words of Min vårdplan in the patient's choice: Swedish, English, or easy Swedish (lättläst), which has words of
/// its own where they are plainer and otherwise the Swedish ones.
///
/// @param easy whether she has chosen easy Swedish
public record Plain(Texts texts, boolean easy) {
    /// The cookie that keeps the choice.
    static final String COOKIE = "latt";

    private static final Properties EASY = load();

    static Plain of(Texts texts, HttpServletRequest request) {
        boolean chosen = false;
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                chosen |= COOKIE.equals(cookie.getName()) && "ja".equals(cookie.getValue());
            }
        }
        return new Plain(texts, chosen && texts.language() == Language.SV);
    }

    /// A text of the page.
    public String t(String key, Object... values) {
        var plainer = easy ? EASY.getProperty(key) : null;
        if (plainer == null) {
            return texts.text(key, values);
        }
        var text = plainer;
        for (int at = 0; at < values.length; at++) {
            text = text.replace("{" + at + "}", String.valueOf(values[at]));
        }
        return text;
    }

    /// The units as a patient reads them: by name, never by an id.
    UnaryOperator<String> units(Units units) {
        return units.namedOr(t("patient.unit.nameless"));
    }

    /// The days of a way as the staff's pages write them.
    String used(Way way) {
        return way.limit().isEmpty()
                ? texts.text("work.day", way.used())
                : texts.text("work.of", way.used(), way.limit().getAsInt());
    }

    /// A booked step as the staff's pages name it.
    String booked(MeasuringPoint point) {
        return texts.text("work.booked." + point.key());
    }

    /// A day in words: `torsdag 26 november`, with its year where it is another than this one.
    String day(LocalDate day, LocalDate today) {
        var locale = texts.language() == Language.SV ? Locale.of("sv", "SE") : Locale.UK;
        var text = day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + " " + day.getDayOfMonth() + " "
                + day.getMonth().getDisplayName(TextStyle.FULL, locale);
        return day.getYear() == today.getYear() ? text : text + " " + day.getYear();
    }

    private static Properties load() {
        var words = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Plain.class.getResourceAsStream("/se/varjedag/app/careplan/easy.properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The easy texts are missing from the build", e);
        }
        return words;
    }
}
