package se.varjedag.app.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// What `./varjedag return` asks of a server that runs on the same machine.
@RestController
@Allowed(Permission.THIS_MACHINE)
class LocalReturns {
    private final ReturnsByCommand returns;

    LocalReturns(ReturnsByCommand returns) {
        this.returns = returns;
    }

    @PostMapping("/local/returns")
    Map<String, Object> make(
            @RequestParam("region") String region,
            @RequestParam("month") String month,
            @RequestParam(name = "known-at", defaultValue = "") String knownAt,
            @RequestParam(name = "since", defaultValue = "0") long since,
            @RequestParam("by") String by) {
        try {
            return returns.make(new NationalReturns.Asked(
                            region,
                            YearMonth.parse(month),
                            knownAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(knownAt)),
                            since > 0 ? OptionalLong.of(since) : OptionalLong.empty(),
                            by))
                    .toMap();
        } catch (DateTimeException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
