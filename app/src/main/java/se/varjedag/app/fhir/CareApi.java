package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// What tells of one patient: who she is, her pathways, what was done. From the reader's own unit outward, as pages
/// are; a patient of another unit answers as one who does not exist.
@RestController
@Allowed(Permission.PATIENT_RESOURCES)
class CareApi {
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final CareSearch care;

    CareApi(CareSearch care) {
        this.care = care;
    }

    @GetMapping("/fhir/Patient/{id}")
    ResponseEntity<byte[]> patient(@PathVariable String id, HttpServletRequest request) {
        return care.read(request, CareKind.PATIENT, id);
    }

    @GetMapping("/fhir/Patient")
    ResponseEntity<byte[]> patients(HttpServletRequest request) {
        return care.search(request, CareKind.PATIENT);
    }

    /// With a number in the body, which is no place that is logged.
    @PostMapping(path = "/fhir/Patient/_search", consumes = FORM)
    ResponseEntity<byte[]> findPatients(HttpServletRequest request) {
        return care.search(request, CareKind.PATIENT);
    }

    @GetMapping("/fhir/EpisodeOfCare/{id}")
    ResponseEntity<byte[]> episode(@PathVariable String id, HttpServletRequest request) {
        return care.read(request, CareKind.EPISODE, id);
    }

    @GetMapping("/fhir/EpisodeOfCare")
    ResponseEntity<byte[]> episodes(HttpServletRequest request) {
        return care.search(request, CareKind.EPISODE);
    }

    @GetMapping("/fhir/Procedure/{id}")
    ResponseEntity<byte[]> event(@PathVariable String id, HttpServletRequest request) {
        return care.read(request, CareKind.EVENT, id);
    }

    @GetMapping("/fhir/Procedure")
    ResponseEntity<byte[]> events(HttpServletRequest request) {
        return care.search(request, CareKind.EVENT);
    }

    @GetMapping("/fhir/CarePlan/{id}")
    ResponseEntity<byte[]> plan(@PathVariable String id, HttpServletRequest request) {
        return care.read(request, CareKind.PLAN, id);
    }

    @GetMapping("/fhir/CarePlan")
    ResponseEntity<byte[]> plans(HttpServletRequest request) {
        return care.search(request, CareKind.PLAN);
    }

    @GetMapping("/fhir/Provenance/{id}")
    ResponseEntity<byte[]> origin(@PathVariable String id, HttpServletRequest request) {
        return care.read(request, CareKind.ORIGIN, id);
    }

    @GetMapping("/fhir/Provenance")
    ResponseEntity<byte[]> origins(HttpServletRequest request) {
        return care.search(request, CareKind.ORIGIN);
    }

    /// Everything of one patient in one bundle.
    @GetMapping("/fhir/Patient/{id}/$everything")
    ResponseEntity<byte[]> everything(@PathVariable String id, HttpServletRequest request) {
        return care.everything(request, id);
    }
}
