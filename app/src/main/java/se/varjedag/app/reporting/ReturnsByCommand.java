package se.varjedag.app.reporting;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.reporting.NationalReturns.Outcome;
import se.varjedag.app.timeline.Crowded;
import se.varjedag.pathway.reported.Differences;

/// A return that a command hands out: written in the access log as an export before it is.
@Component
public class ReturnsByCommand {
    private final NationalReturns returns;
    private final AccessLog log;
    private final Clock clock = Clock.systemUTC();

    ReturnsByCommand(NationalReturns returns, AccessLog log) {
        this.returns = returns;
        this.log = log;
    }

    /// What the command is handed.
    ///
    /// @param reason  why there is no return; empty when there is one
    /// @param csv     the file
    /// @param sameChanges whether the file of differences is the one that was made
    /// @param changes the file of differences; empty for the first return of a region
    public record Told(
            String reason,
            long id,
            long since,
            boolean already,
            boolean same,
            boolean sameChanges,
            long rows,
            long added,
            long changed,
            long withdrawn,
            String sha256,
            String csv,
            String changes) {

        private static Told refused(String reason) {
            return new Told(reason, 0, 0, false, false, false, 0, 0, 0, 0, "", "", "");
        }

        Map<String, Object> toMap() {
            return Map.ofEntries(
                    Map.entry("reason", reason),
                    Map.entry("id", id),
                    Map.entry("since", since),
                    Map.entry("already", already),
                    Map.entry("same", same),
                    Map.entry("sameChanges", sameChanges),
                    Map.entry("rows", rows),
                    Map.entry("added", added),
                    Map.entry("changed", changed),
                    Map.entry("withdrawn", withdrawn),
                    Map.entry("sha256", sha256),
                    Map.entry("csv", csv),
                    Map.entry("changes", changes));
        }
    }

    /// Makes the return, or finds the one that was made, and tells the log.
    public Told make(NationalReturns.Asked asked) {
        try {
            return made(asked);
        } catch (Crowded _) {
            return Told.refused("crowded");
        }
    }

    private Told made(NationalReturns.Asked asked) {
        return switch (returns.make(asked)) {
            case Outcome.Refused(var reason) -> Told.refused(reason.key());
            case Outcome.Made(var made, var already) -> {
                var content = returns.content(made);
                log.keep(new LogEntry(
                        clock.instant(),
                        asked.by(),
                        "",
                        "",
                        made.region(),
                        LogEntry.Action.EXPORT,
                        "varjedag return",
                        "",
                        Optional.empty(),
                        "",
                        "",
                        true));
                yield new Told(
                        "",
                        made.id(),
                        made.since().orElse(0),
                        already,
                        content.same(),
                        content.sameDifferences(),
                        made.rows(),
                        made.added(),
                        made.changed(),
                        made.withdrawn(),
                        made.sha256(),
                        content.report().csv(),
                        content.differences().map(Differences::csv).orElse(""));
            }
        };
    }
}
