package se.varjedag.app.access;

import static se.varjedag.app.access.Role.ADMINISTRATOR;
import static se.varjedag.app.access.Role.ANALYST;
import static se.varjedag.app.access.Role.AUDITOR;
import static se.varjedag.app.access.Role.CLINICIAN;
import static se.varjedag.app.access.Role.CONTACT_NURSE;
import static se.varjedag.app.access.Role.COORDINATOR;
import static se.varjedag.app.access.Role.HEAD_OF_UNIT;
import static se.varjedag.app.access.Role.PATIENT;
import static se.varjedag.app.access.Role.PROCESS_LEADER;
import static se.varjedag.app.access.Role.PROGRAMME_OFFICE;
import static se.varjedag.app.access.Role.PROJECT_LEADER;
import static se.varjedag.app.access.Role.REGISTER_OFFICE;

import java.util.Set;

/// What one may do here, and who may. Every address names one of these; an address that names none is closed.
public enum Permission {
    /// What anybody may read, signed in or not: what was published for all.
    ANYBODY(Role.values()),

    /// What everybody who is signed in needs: the way in, one's assignments, how figures are computed.
    SIGNED_IN(Role.values()),

    /// Figures over many: nobody can be told from them but in small groups.
    FIGURES(
            CONTACT_NURSE,
            COORDINATOR,
            CLINICIAN,
            HEAD_OF_UNIT,
            PROCESS_LEADER,
            ANALYST,
            REGISTER_OFFICE,
            PROGRAMME_OFFICE,
            PROJECT_LEADER),

    /// The patients behind a figure, by pseudonym and within the reach of the assignment.
    PSEUDONYMS(CONTACT_NURSE, COORDINATOR, CLINICIAN, HEAD_OF_UNIT, ANALYST, REGISTER_OFFICE),

    /// One patient's data, with her name, from the own unit outward.
    PATIENTS(CONTACT_NURSE, COORDINATOR, CLINICIAN),

    /// The list of the own unit's open pathways, one line for each patient; names only for who may see patients.
    WORKLIST(CONTACT_NURSE, COORDINATOR, HEAD_OF_UNIT),

    /// One of them: its clock, points typed, notes, and handing over.
    COORDINATION(CONTACT_NURSE, COORDINATOR),

    /// The patient's own data, and who has seen them.
    OWN_DATA(PATIENT),

    /// One patient's data for another program, as FHIR: of those whom one may see, and the patient's own.
    PATIENT_RESOURCES(CONTACT_NURSE, COORDINATOR, CLINICIAN, PATIENT),

    /// What files were read in and what of them could not be used.
    DELIVERIES(COORDINATOR, HEAD_OF_UNIT, PROCESS_LEADER, ANALYST, REGISTER_OFFICE, PROGRAMME_OFFICE, ADMINISTRATOR),

    /// To read files in.
    DELIVER(REGISTER_OFFICE, ADMINISTRATOR),

    /// To bring figures that a region has counted itself.
    BRING_FIGURES(ANALYST, REGISTER_OFFICE),

    /// To take out events and pathways to a project, with pseudonyms of the project's own.
    EXPORT(ANALYST),

    /// To make the monthly return of a region to the national database of waiting times, and to take its file.
    NATIONAL_RETURN(ANALYST, REGISTER_OFFICE),

    /// To write the plan of a healthcare region: activities, how they stand, what is promised.
    PLAN(PROCESS_LEADER, PROGRAMME_OFFICE),

    /// To draft a results report, freeze and publish it, and to add errata.
    RESULTS(PROGRAMME_OFFICE),

    /// To say of a figure of a results report why it is so and what is being done.
    COMMENT_RESULTS(PROCESS_LEADER, PROGRAMME_OFFICE),

    /// To dispose of data by rules of retention.
    DISPOSE(ADMINISTRATOR),

    /// To note that somebody does not want to be in a register, and to have the person erased from it.
    OPT_OUT(REGISTER_OFFICE),

    /// To search the access log and review it.
    LOG_REVIEW(HEAD_OF_UNIT, AUDITOR),

    /// Lines of the access log for another program, as FHIR: those one may review, and who has seen one's own data.
    LOG_RESOURCES(HEAD_OF_UNIT, AUDITOR, PATIENT),

    /// What only a program on this machine may do, with the secret of the home folder: checked before any page is.
    THIS_MACHINE();

    @SuppressWarnings("ImmutableEnumChecker") // a set of Set.of never changes
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /// Whether somebody who acts as this may.
    public boolean isGivenTo(Role role) {
        return roles.contains(role);
    }
}
