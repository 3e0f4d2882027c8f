package se.varjedag.app.intake.fhir;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The care units of a file, by every name that resources may call their organizations.
final class CareUnits {
    private static final Set<String> HSA_SYSTEMS = Set.of(
            "urn:oid:1.2.752.129.2.1.4.1", "http://electronichealth.se/identifier/hsaid", "urn:oid:1.2.752.29.4.19");

    private final Map<String, String> byName = new HashMap<>();

    void add(Entry entry, Resource organization) {
        organization.identifiers().stream()
                .filter(number ->
                        HSA_SYSTEMS.contains(number.system()) && !number.value().isEmpty())
                .findFirst()
                .ifPresent(
                        hsaId -> References.of(entry, organization).forEach(name -> byName.put(name, hsaId.value())));
    }

    /// The HSA-id of the unit that a resource leads to, the nearest first; empty where none does.
    String of(Pending pending) {
        for (var name : pending.units()) {
            var hsaId = byName.get(name);
            if (hsaId != null) {
                return hsaId;
            }
            for (var identifier : References.identifiers(name)) {
                if (HSA_SYSTEMS.contains(identifier.system())) {
                    return identifier.value();
                }
            }
        }
        return "";
    }
}
