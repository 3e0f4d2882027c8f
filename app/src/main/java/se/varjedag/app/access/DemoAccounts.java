package se.varjedag.app.access;

import java.util.List;
import java.util.UUID;

/// The accounts of the demo: one for each role, in places of the made-up Sweden. Nobody is called so. That of the
/// patient is there when she is ([DemoPatient]).
final class DemoAccounts {
    private static final String CLINIC = DemoPatient.CLINIC;
    private static final String OTHER_CLINIC = "SIM-05-0016";
    private static final String NEXT_REGION = "SIM-06-0012";
    private static final String REGION = "05";
    private static final String CAREGIVER = "Simulerad vårdgivare 05";

    static final List<Account> STAFF = List.of(
            new Account("processledare", "Petra Processledare", new Assignment(Role.PROCESS_LEADER, REGION)),
            new Account(
                    "koordinator",
                    "Kim Koordinator",
                    List.of(
                            new Assignment(Role.COORDINATOR, CLINIC),
                            new Assignment(Role.COORDINATOR, OTHER_CLINIC),
                            new Assignment(Role.CONTACT_NURSE, CLINIC))),
            new Account("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska", new Assignment(Role.CONTACT_NURSE, CLINIC)),
            new Account(
                    "lakare",
                    "Lo Läkare",
                    List.of(
                            new Assignment(Role.CLINICIAN, CLINIC),
                            new Assignment(Role.CLINICIAN, OTHER_CLINIC),
                            new Assignment(Role.CLINICIAN, NEXT_REGION))),
            new Account("verksamhetschef", "Vera Verksamhetschef", new Assignment(Role.HEAD_OF_UNIT, CLINIC)),
            new Account("analytiker", "Alex Analytiker", new Assignment(Role.ANALYST, "")),
            new Account("registerkansli", "Robin Registerkansli", new Assignment(Role.REGISTER_OFFICE, "")),
            new Account("programkontor", "Paula Programkontor", new Assignment(Role.PROGRAMME_OFFICE, "")),
            new Account("projektledare", "Puck Projektledare", new Assignment(Role.PROJECT_LEADER, REGION)),
            new Account("bedomare", "Billie Bedömare", new Assignment(Role.ASSESSOR, "")),
            new Account(
                    "granskare",
                    "Greta Granskare",
                    List.of(new Assignment(Role.AUDITOR, ""), new Assignment(Role.AUDITOR, CAREGIVER))),
            new Account("administrator", "Ada Administratör", new Assignment(Role.ADMINISTRATOR, "")));

    private DemoAccounts() {}

    /// The account of a patient: one of those whom the demo has made up.
    static Account patient(UUID person) {
        return new Account("patient", "Pim Patient", new Assignment(Role.PATIENT, person.toString()));
    }

    /// The account of her relative, whom she lets see a part of her plan and who has a closing letter of her own.
    static Account relative(UUID person) {
        return new Account(DemoPatient.RELATIVE, "Alva Anhörig", new Assignment(Role.PATIENT, person.toString()));
    }
}
