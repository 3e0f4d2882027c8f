package se.varjedag.app.disposal.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.disposal.Retention;
import se.varjedag.app.disposal.Retention.Doomed;
import se.varjedag.app.disposal.Retention.Rule;
import se.varjedag.app.web.Texts;

/// The page of disposal: the rules with what each would take away today, and the protocol of what went.
public record DisposalPage(List<RuleRow> rules, List<EntryRow> entries) {
    private static final int LATEST = 100;

    public DisposalPage {
        rules = List.copyOf(rules);
        entries = List.copyOf(entries);
    }

    /// One rule.
    ///
    /// @param doomed what it would take away today, as a sentence
    /// @param ready  whether there is anything to take away
    public record RuleRow(long id, String what, String kept, String ground, String by, String doomed, boolean ready) {}

    /// One line of the protocol.
    ///
    /// @param beside what went beside the events, as a sentence; empty where nothing did
    /// @param seal   the beginning of its SHA-256
    public record EntryRow(
            String number, String at, String by, String what, String ground, String gone, String beside, String seal) {}

    static DisposalPage of(Retention retention, LocalDate today, Texts texts) {
        return new DisposalPage(
                retention.rules().stream()
                        .map(rule -> row(rule, retention.dryRun(rule, today), texts))
                        .toList(),
                retention.protocol(LATEST).stream()
                        .map(entry -> row(entry, texts))
                        .toList());
    }

    private static RuleRow row(Rule rule, Doomed doomed, Texts texts) {
        var formats = texts.formats();
        var gone = sentence(doomed, texts);
        var what = texts.text("disposal.what." + rule.what().key());
        return new RuleRow(
                rule.id(),
                rule.source().isEmpty() ? what : texts.text("disposal.of", what, rule.source()),
                texts.text("disposal.years", formats.whole(rule.keepYears())),
                rule.ground(),
                rule.by(),
                gone.isEmpty() ? texts.text("disposal.nothing") : gone,
                !gone.isEmpty());
    }

    private static String sentence(Doomed doomed, Texts texts) {
        var formats = texts.formats();
        var parts = new ArrayList<String>();
        if (doomed.rows() > 0) {
            parts.add(texts.text("disposal.doomedrows", formats.whole(doomed.rows())));
        }
        if (doomed.events() > 0) {
            parts.add(texts.text(
                    "disposal.doomed",
                    formats.whole(doomed.events()),
                    formats.whole(doomed.persons()),
                    String.valueOf(doomed.first()),
                    String.valueOf(doomed.last())));
        }
        if (doomed.values() + doomed.beside() > 0) {
            parts.add(texts.text(
                    "disposal.doomedbeside", formats.whole(doomed.values()), formats.whole(doomed.beside())));
        }
        return String.join(" ", parts);
    }

    private static EntryRow row(Retention.Entry entry, Texts texts) {
        var formats = texts.formats();
        var erasure = entry.kind().equals("register-erasure");
        return new EntryRow(
                formats.whole(entry.number()),
                formats.moment(entry.at()),
                entry.by(),
                erasure
                        ? texts.text("disposal.erasure", entry.what())
                        : texts.text(
                                "disposal.before",
                                texts.text("disposal.what." + entry.what()),
                                String.valueOf(entry.before())),
                erasure ? texts.text("disposal.optout") : entry.ground(),
                entry.rows() > 0
                        ? texts.text("disposal.rows", formats.whole(entry.rows()))
                        : texts.text("disposal.events", formats.whole(entry.events()), formats.whole(entry.persons())),
                entry.values() + entry.beside() == 0
                        ? ""
                        : texts.text("disposal.beside", formats.whole(entry.values()), formats.whole(entry.beside())),
                entry.sha256().substring(0, 12));
    }
}
