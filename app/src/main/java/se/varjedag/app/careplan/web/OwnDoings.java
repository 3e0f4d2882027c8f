package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogEntry.Action;
import se.varjedag.app.access.SignedIn;

/// Tells the access log what patients and their relatives do where no event is read.
@Component
class OwnDoings {
    private final AccessLog log;
    private final SignedIn signedIn;
    private final Clock clock = Clock.systemUTC();

    OwnDoings(AccessLog log, SignedIn signedIn) {
        this.log = log;
        this.signedIn = signedIn;
    }

    /// @param what method and pattern of the address
    void looked(String what, UUID person, HttpServletRequest request) {
        log.keep(entry(Action.LOOK, what, request, true).about(person, ""));
    }

    /// @param why in one word, what was changed
    void changed(String why, String what, UUID person, HttpServletRequest request) {
        log.keep(entry(Action.CHANGE, what, request, true).about(person, "").because(why));
    }

    /// @param person empty where nobody's
    void refused(String why, String what, Optional<UUID> person, HttpServletRequest request) {
        var line = entry(Action.LOOK, what, request, false).because(why);
        log.keep(person.map(one -> line.about(one, "")).orElse(line));
    }

    private LogEntry entry(Action action, String what, HttpServletRequest request, boolean allowed) {
        return LogEntry.by(
                Optional.of(signedIn.required()), clock.instant(), action, what, request.getRemoteAddr(), allowed);
    }
}
