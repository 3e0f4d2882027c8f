package se.varjedag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import se.varjedag.eventlog.Sentence;

/// Says what was wrong with a command line, and what comes nearest to it.
final class Misunderstanding {
    private Misunderstanding() {}

    static int explain(ParameterException problem, Console console) {
        var line = problem.getCommandLine();
        console.say(sentence(problem, line));
        var command = line.getCommandSpec().qualifiedName();
        console.say("'%s --help' shows how.".formatted(command), "'%s --help' visar hur.".formatted(command));
        return VarjeDag.WRONG_USAGE;
    }

    private static Sentence sentence(ParameterException problem, CommandLine line) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched ->
                unknown(unmatched.getUnmatched().getFirst(), line);
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> {
                var name = ((OptionSpec) twice.getOverwritten()).longestName();
                yield new Sentence(
                        "%s is given more than once: give it once.".formatted(name),
                        "%s är angivet mer än en gång: ange det en gång.".formatted(name));
            }
            default -> new Sentence(String.valueOf(problem.getMessage()), String.valueOf(problem.getMessage()));
        };
    }

    private static Sentence unknown(String word, CommandLine line) {
        var isOption = word.startsWith("-");
        List<String> choices = new ArrayList<>();
        if (isOption) {
            line.getCommandSpec().options().forEach(option -> choices.addAll(List.of(option.names())));
        } else {
            choices.addAll(VarjeDag.commands());
        }
        var bare = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        var near = Nearest.to(bare, choices);
        return isOption
                ? new Sentence(
                        "There is no option %s.%s"
                                .formatted(
                                        bare,
                                        near.map(" Did you mean %s?"::formatted).orElse("")),
                        "Det finns ingen inställning %s.%s"
                                .formatted(
                                        bare,
                                        near.map(" Menade du %s?"::formatted).orElse("")))
                : new Sentence(
                        "'%s' is not understood here.%s"
                                .formatted(
                                        bare,
                                        near.map(" Did you mean '%s'?"::formatted)
                                                .orElse("")),
                        "'%s' går inte att förstå här.%s"
                                .formatted(
                                        bare,
                                        near.map(" Menade du '%s'?"::formatted).orElse("")));
    }

    private static Sentence missing(MissingParameterException missing) {
        var names = missing.getMissing().stream()
                .map(argument -> argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel())
                .collect(Collectors.joining(", "));
        return new Sentence("Something is missing: %s.".formatted(names), "Något saknas: %s.".formatted(names));
    }
}
