package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// The access log, for those who review it and for the patient whose data were seen.
@RestController
@Allowed(Permission.LOG_RESOURCES)
class LogApi {
    private final LogLinesSearch lines;

    LogApi(LogLinesSearch lines) {
        this.lines = lines;
    }

    @GetMapping("/fhir/AuditEvent/{id}")
    ResponseEntity<byte[]> line(@PathVariable String id, HttpServletRequest request) {
        return lines.read(request, id);
    }

    @GetMapping("/fhir/AuditEvent")
    ResponseEntity<byte[]> lines(HttpServletRequest request) {
        return lines.search(request);
    }
}
