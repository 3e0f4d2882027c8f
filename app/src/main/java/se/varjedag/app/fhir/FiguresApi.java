package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// What is measured, and the figures: over many, and of nobody.
@RestController
@Allowed(Permission.FIGURES)
class FiguresApi {
    private final FiguresSearch figures;

    FiguresApi(FiguresSearch figures) {
        this.figures = figures;
    }

    @GetMapping("/fhir/Measure/{id}")
    ResponseEntity<byte[]> measure(@PathVariable String id, HttpServletRequest request) {
        return figures.measure(request, id);
    }

    @GetMapping("/fhir/Measure")
    ResponseEntity<byte[]> measures(HttpServletRequest request) {
        return figures.measures(request);
    }

    @GetMapping("/fhir/MeasureReport/{id}")
    ResponseEntity<byte[]> report(@PathVariable String id, HttpServletRequest request) {
        return figures.report(request, id);
    }

    @GetMapping("/fhir/MeasureReport")
    ResponseEntity<byte[]> reports(HttpServletRequest request) {
        return figures.reports(request);
    }
}
