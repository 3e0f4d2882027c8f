package se.varjedag.app.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.reference.UnitDeliveries;
import se.varjedag.app.reference.Units;

/// What `./varjedag units` asks of a server that runs on the same machine.
@RestController
@Allowed(Permission.THIS_MACHINE)
class LocalUnits {
    private static final int FIRST_REJECTS = 10;

    private final UnitDeliveries deliveries;
    private final Units units;
    private final Clock clock = Clock.systemUTC();

    LocalUnits(UnitDeliveries deliveries, Units units) {
        this.deliveries = deliveries;
        this.units = units;
    }

    @PostMapping("/local/units")
    Map<String, Object> bring(
            HttpServletRequest request, @RequestParam("name") String name, @RequestParam("by") String by)
            throws IOException {
        var delivery = deliveries.bring(name, request.getInputStream().readAllBytes(), by, clock.instant());
        units.readAgain();
        return Map.of(
                "units", delivery.units(),
                "changed", delivery.changed(),
                "rejected", delivery.rejected(),
                "rejects",
                        deliveries.refused(delivery.id()).stream()
                                .limit(FIRST_REJECTS)
                                .toList());
    }
}
