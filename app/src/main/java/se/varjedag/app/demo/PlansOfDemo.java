package se.varjedag.app.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.access.Role;
import se.varjedag.app.careplan.PlanStructure;
import se.varjedag.app.careplan.PlanStructure.Stage;
import se.varjedag.app.careplan.Plans;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.PathwayKey;

/// The plans of the demo's clinic: some of those who wait have one; the demo's patient has read her first version, and
/// the second has something changed and something new. Made up.
@Component
@ConditionalOnProperty("varjedag.demo")
class PlansOfDemo {
    private static final int MOST = 12;
    private static final Map<String, String> FIRST = Map.of(
            "contacts", "Ring Kaj på 08-465 004 12, vardagar 8–10. Ring 1177 när vi har stängt.",
            "self", "Gå ut en kort stund varje dag.\nVila när du behöver.",
            "near", "Din syster får gärna vara med på mötena.");
    private static final Map<String, String> SECOND = Map.of(
            "contacts", "Ring Kaj på 08-465 004 12, vardagar 8–10. Ring 1177 när vi har stängt.",
            "self", "Gå ut två korta stunder varje dag.\nVila när du behöver.",
            "near", "Din syster får gärna vara med på mötena.",
            "practical", "Säg till om du behöver intyg till jobbet.");

    private final Plans plans;

    PlansOfDemo(Plans plans) {
        this.plans = plans;
    }

    /// Adds them.
    ///
    /// @param lines of the clinic's list
    void add(List<Line> lines, Optional<Line> patient) {
        lines.stream()
                .filter(line -> !line.equals(patient.orElse(null)))
                .limit(MOST)
                .forEach(line -> sign(line.key(), 0, FIRST));
        patient.ifPresent(line -> {
            sign(line.key(), 0, FIRST);
            plans.shown(line.key().person()).stream().findFirst().ifPresent(plans::read);
            sign(line.key(), 1, SECOND);
        });
    }

    private void sign(PathwayKey key, int after, Map<String, String> words) {
        var assignment = new Assignment(Role.CONTACT_NURSE, DemoPatient.CLINIC);
        var kaj = new Acting(new Account("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska", assignment), assignment);
        var structure = PlanStructure.shipped();
        var diagnosis = structure.diagnosisOf(key.definition());
        var parts = structure.sections(Stage.INVESTIGATION, diagnosis).stream()
                .map(one -> new Plans.Part(one.code(), one.title(), words.getOrDefault(one.code(), "")))
                .toList();
        plans.sign(kaj, key, after, Stage.INVESTIGATION, diagnosis, parts);
    }
}
