package se.varjedag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.trace.Finding;
import se.varjedag.pathway.trace.Findings;

/// Faults of registration: their kinds and numbers on the console, each of them in a file if one is asked for.
final class FindingsReport {
    private final Console console;

    FindingsReport(Console console) {
        this.console = console;
    }

    void write(Findings findings, @Nullable String file) {
        if (file != null) {
            Outputs.whole(Path.of(file), beside -> list(findings, beside));
        }
        if (findings.total() == 0) {
            return;
        }
        findings.byKind()
                .forEach((kind, count) -> console.err()
                        .println("  %,9d  %s (%s %d)"
                                .formatted(
                                        count,
                                        kind.fault(console.language()),
                                        console.word("rule", "regel"),
                                        kind.rule())));
        var where = file == null
                ? console.word(" List them with --findings FILE.", " Lista dem med --findings FIL.")
                : console.word(" They are listed in %s.", " De finns i %s.").formatted(file);
        console.say(
                "Faults of registration: %,d.%s".formatted(findings.total(), where),
                "Avvikelser i data: %,d.%s".formatted(findings.total(), where));
    }

    private void list(Findings findings, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("rule,kind,person,svf,start,code,date,unit,region,explanation\n");
            for (Finding finding : (Iterable<Finding>) findings.stream()::iterator) {
                out.write(String.join(
                                ",",
                                Integer.toString(finding.rule()),
                                finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                Refused.quoted(finding.person()),
                                finding.definition().map(PathwayDefinition::id).orElse(""),
                                finding.start().map(String::valueOf).orElse(""),
                                Refused.quoted(finding.code()),
                                finding.day().toString(),
                                Refused.quoted(finding.unit()),
                                Refused.quoted(finding.region()),
                                Refused.quoted(explanation(finding, console.language())))
                        + "\n");
            }
        }
    }

    private static String explanation(Finding finding, Language language) {
        return finding.kind().fault(language) + ". " + finding.kind().remedy(language);
    }
}
