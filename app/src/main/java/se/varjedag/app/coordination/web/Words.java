package se.varjedag.app.coordination.web;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// How coordination says who, when and what.
record Words(Texts texts) {
    private static final int SHORT = 8;

    /// Who somebody is.
    String who(Shown who) {
        return PatientNames.orNumber(who, texts);
    }

    /// Who somebody is to who may not know: a part of her pseudonym.
    String unnamed(UUID person) {
        return texts.text("work.unnamed", person.toString().substring(0, SHORT));
    }

    /// A day of a list: `mån 23 nov`, with its year where it is another than that of the list.
    String day(LocalDate day, LocalDate today) {
        var locale = texts.language() == Language.SV ? Locale.of("sv", "SE") : Locale.UK;
        var text = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale) + " " + day.getDayOfMonth() + " "
                + texts.formats().monthShort(java.time.YearMonth.from(day));
        return (day.getYear() == today.getYear() ? text : text + " " + day.getYear()).replace(' ', '\u00a0');
    }

    /// How far off a day is: `om 2 dagar`, `i dag`, `för 3 dagar sedan`.
    String away(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days == 0) {
            return texts.text("work.today");
        }
        return days > 0
                ? texts.text("work.in", texts.formats().days(days))
                : texts.text("work.ago", texts.formats().days(-days));
    }
}
