package se.varjedag.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.database.Home;

/// `serve --new-account NAME --role ROLE@PLACE… [--name "Full Name"]`: writes an account; the password is asked for, or
/// read from standard input.
final class NewAccount {
    private static final int SHORTEST_PASSWORD = 12;

    private NewAccount() {}

    static int run(List<String> arguments) {
        var username = after(arguments, "--new-account");
        var assignments = assignments(arguments);
        if (username == null || !username.matches("[a-zåäö0-9_-]{2,40}") || assignments.isEmpty()) {
            return Commands.wrongUsage(
                    "Write: serve --new-account NAME --role ROLE[@PLACE][ until DATE], where NAME has 2 to 40 letters, digits, - or _, and ROLE is one of "
                            + String.join(", ", Accounts.roleKeys())
                            + ". Who works at a unit needs its id as the place: coordinator@SE2321000016-1000. Several roles: --role more than once.");
        }
        var password = password();
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            return Commands.wrongUsage("A password has at least " + SHORTEST_PASSWORD + " characters.");
        }
        var home = Home.of(System.getenv());
        var name = after(arguments, "--name");
        Accounts.write(home, new Account(username, name == null ? username : name, assignments), password);
        Terminal.say(Terminal.in(
                "Kontot %s finns nu i %s.".formatted(username, home.accounts()),
                "The account %s is now in %s.".formatted(username, home.accounts())));
        return Commands.DONE;
    }

    /// What every `--role` says; none when one of them is not written as an assignment.
    private static List<Assignment> assignments(List<String> arguments) {
        var all = new ArrayList<Assignment>();
        for (int at = 0; at + 1 < arguments.size(); at++) {
            if (arguments.get(at).equals("--role")) {
                var one = Assignment.of(arguments.get(at + 1));
                if (one.isEmpty()) {
                    return List.of();
                }
                all.add(one.get());
            }
        }
        return all;
    }

    private static @Nullable String after(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        return at < 0 || at + 1 >= arguments.size() ? null : arguments.get(at + 1);
    }

    private static @Nullable String password() {
        // JDK 25 has no console where nobody types.
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isPresent()) {
            var typed = console.get().readPassword("%s ", Terminal.in("Lösenord:", "Password:"));
            return typed == null ? null : new String(typed);
        }
        try {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
