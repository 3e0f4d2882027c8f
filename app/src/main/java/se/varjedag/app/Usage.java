package se.varjedag.app;

import org.jspecify.annotations.Nullable;

/// What a command of the system says about itself with `--help`.
final class Usage {
    private static final String STATUS = """

            Exit status: 0 done, 1 nothing could be used or it could not start, 2 wrong usage.
            VARJEDAG_HOME is the folder of the installation (default .varjedag in your home folder).""";

    private Usage() {}

    /// Nothing for a word that is no command.
    static @Nullable String of(String word) {
        var own = ofWord(word);
        return own == null ? null : own + STATUS;
    }

    private static @Nullable String ofWord(String word) {
        return switch (word) {
            case "demo" -> """
                A simulated Sweden in your browser, with accounts to sign in as by one click.
                Usage: varjedag demo

                VARJEDAG_PORT is the port of the pages (default 8080). Stop it with Ctrl-C; what it holds stays.
                Keep it apart from real data: give each a VARJEDAG_HOME of its own.
                """;
            case "serve" -> """
                The system with your own data.
                Usage: varjedag serve
                       varjedag serve --new-account NAME --role ROLE [--name "Full Name"]

                VARJEDAG_PORT is the port of the pages (default 8080), VARJEDAG_ADDRESS the address it listens on
                (default this machine only), VARJEDAG_PROXIES the proxies on other machines whose X-Forwarded headers
                are believed. With --new-account it makes an account and ends; the password is asked for, or read from
                standard input. ROLE is one of %s.
                """.formatted(String.join(", ", se.varjedag.app.access.Accounts.roleKeys()));
            case "import" -> """
                Reads event files into the system, also while it runs. A file goes in whole or not at all; the same
                file again adds nothing.
                Usage: varjedag import [--complete] [--source=NAME] FILE...

                  --complete      Each file holds all that its source has within its dates: what it lacks is withdrawn.
                  --source=NAME   What the sending system is called, where a file of FHIR or HL7 does not say so itself.

                Files are CSV, FHIR as JSON (a Bundle, or a resource on each line) or HL7 v2.5.1, also as .gz; which it
                is, is seen from the file. Rows that cannot be used are told and left out. What a file holds:
                docs/interfaces.md and docs/fhir-and-hl7.md.
                """;
            case "backup" -> """
                Copies the whole installation to a new folder, also while the system runs.
                Usage: varjedag backup FOLDER [--without-key]

                  --without-key   Leave out the keys of pseudonyms and numbers, which are then to be kept apart.
                """;
            case "restore" -> """
                Puts a backup back, also while the system runs. A damaged backup changes nothing.
                Usage: varjedag restore FOLDER [--replace]

                  --replace   Put it in the place of the events that are there; without it they are left as they are.
                """;
            case "units" -> """
                Reads a file of units and caregivers into the system, also while it runs. What the file says of a unit
                from a day on holds from that day on; what the unit was before stays.
                Usage: varjedag units FILE

                The columns of the file: docs/interfaces.md. Rows that cannot be used are told and left out.
                """;
            case "keys" -> """
                Says which key numbers and names are encrypted with, and gives them a new one, also while the system runs.
                Usage: varjedag keys
                       varjedag keys rotate

                A new key is put first in identity.keys in the home folder, and everything is encrypted anew with it.
                If that is interrupted, the next start of the server goes on, or the same command again. Keep the old
                keys as long as you keep backups made with them. Where the keys come from VARJEDAG_IDENTITY_KEYS, put
                the new one first there and start the server; it encrypts anew by itself.
                """;
            case "log" -> """
                Goes through the access log from its first row and says whether it is as it was written, also while the
                system runs.
                Usage: varjedag log verify
                """;
            case "return" -> """
                Makes the monthly return of a region to the national database of waiting times, also while the system
                runs: its starts and ends of the month, as known at the day of extraction. The same question gives the
                same file again, whatever has been read in since.
                Usage: varjedag return --month 2026-10 --region 12 [--known-at 2026-11-10] [--since NUMBER]
                                       [--out FILE] [--changes FILE]

                  --month     The month, which must be over on the day of extraction.
                  --region    County code of the region that reports.
                  --known-at  The day of extraction (its end), or a moment (2026-11-10T08:30Z); default: what is known now.
                  --since     Number of the return to tell the differences from; default: the region's latest before it.
                  --out       Where the file goes (CSV; default: standard output).
                  --changes   Where the differences go (CSV).

                The columns: docs/interfaces.md. Every return is kept in a record and in the access log.
                """;
            default -> null;
        };
    }
}
