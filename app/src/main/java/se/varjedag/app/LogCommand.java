package se.varjedag.app;

import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import se.varjedag.app.access.LogChain;
import se.varjedag.app.database.Home;
import se.varjedag.app.database.OpenDatabase;

/// `log verify`: whether the access log is as it was written.
final class LogCommand {
    private LogCommand() {}

    static int run(List<String> arguments) {
        if (!arguments.equals(List.of("verify"))) {
            return Commands.wrongUsage("Write: log verify");
        }
        var home = Home.of(System.getenv());
        try (var database = OpenDatabase.of(home, System.getenv());
                var connection = database.connect()) {
            return tell(LogChain.over(new SingleConnectionDataSource(connection, true), home)
                    .verify());
        } catch (SQLException e) {
            throw new IllegalStateException("The connection could not be closed", e);
        }
    }

    private static int tell(LogChain.Verdict verdict) {
        for (var gone : verdict.replaced()) {
            Terminal.say(Terminal.in(
                    "Raderna %d till %d finns inte sedan en äldre kopia lästes tillbaka (saknade %s)."
                            .formatted(gone.from(), gone.to(), gone.noticed()),
                    "Rows %d to %d are not there since an older backup was restored (missed at %s)."
                            .formatted(gone.from(), gone.to(), gone.noticed())));
        }
        if (verdict.found().isEmpty()) {
            Terminal.say(Terminal.in(
                    "Åtkomstloggen är hel: %d rader, från den första till den sista.".formatted(verdict.rows()),
                    "The access log is whole: %d rows, from the first to the last.".formatted(verdict.rows())));
            return Commands.DONE;
        }
        Terminal.complain(
                switch (verdict.found().get()) {
                    case CHANGED ->
                        Terminal.in(
                                "Åtkomstloggen är bruten: rad %d är inte som den skrevs.".formatted(verdict.number()),
                                "The access log is broken: row %d is not as it was written."
                                        .formatted(verdict.number()));
                    case MISSING ->
                        Terminal.in(
                                "Åtkomstloggen är bruten: rad %d saknas.".formatted(verdict.number()),
                                "The access log is broken: row %d is missing.".formatted(verdict.number()));
                });
        return Commands.NOTHING_USED;
    }
}
