package se.varjedag.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.definition.Language;

/// Where a command speaks: figures on one stream, everything said about them on the other, in the reader's language.
///
/// @param outIsTerminal whether a person reads the figures, who gets a table; a program gets CSV
/// @param errIsTerminal whether a person watches, who gets progress bars
/// @param today the day in Stockholm
record Console(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Language language,
        LocalDate today) {

    /// The console of this process. The launcher says which streams are terminals.
    static Console ofProcess(PrintStream out, PrintStream err) {
        return new Console(
                out,
                err,
                Boolean.getBoolean("varjedag.terminal.out"),
                Boolean.getBoolean("varjedag.terminal.err"),
                language(System.getenv()),
                LocalDate.now(ZoneId.of("Europe/Stockholm")));
    }

    /// Swedish where `VARJEDAG_LANG` asks for it, or else where the machine's `LANG` does; English otherwise.
    static Language language(Map<String, String> environment) {
        var asked = environment.getOrDefault("VARJEDAG_LANG", "");
        var language = asked.isBlank() ? environment.getOrDefault("LANG", "") : asked;
        return language.strip().toLowerCase(Locale.ROOT).startsWith("sv") ? Language.SV : Language.EN;
    }

    /// One sentence about the work.
    void say(Sentence sentence) {
        err.println("varjedag: " + sentence.in(language));
    }

    void say(String english, String swedish) {
        say(new Sentence(english, swedish));
    }

    /// The word of the reader's language.
    String word(String english, String swedish) {
        return language == Language.SV ? swedish : english;
    }
}
