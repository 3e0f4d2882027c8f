package se.varjedag.app.fhir;

import org.springframework.security.core.Authentication;
import se.varjedag.app.access.ProviderSignIn;
import se.varjedag.app.access.Role;

/// What a bearer token lets its bearer read, as SMART writes it: `patient/*.read`, `user/Patient.read`,
/// `system/MeasureReport.read`, or in version 2 `user/Patient.rs`.
///
/// A token takes away and never gives: with it the scope is needed beside the role. Who signed in with a session, or
/// with name and password, needs the role only.
final class Scopes {
    private static final String SCOPE = "SCOPE_";

    private Scopes() {}

    /// What is done: SMART version 2 tells the two apart.
    enum Act {
        READ('r'),
        SEARCH('s');

        private final char letter;

        Act(char letter) {
            this.letter = letter;
        }
    }

    /// Whether the scopes of who asks let this through.
    static boolean allow(Authentication who, Role role, String type, Act act) {
        return !ProviderSignIn.isToken(who)
                || who.getAuthorities().stream()
                        .anyMatch(one -> allows(String.valueOf(one.getAuthority()), role, type, act));
    }

    private static boolean allows(String authority, Role role, String type, Act act) {
        if (!authority.startsWith(SCOPE)) {
            return false;
        }
        var scope = authority.substring(SCOPE.length());
        int slash = scope.indexOf('/');
        int dot = scope.indexOf('.', slash + 1);
        if (slash < 0 || dot < 0) {
            return false;
        }
        var whose = scope.substring(0, slash);
        var what = scope.substring(slash + 1, dot);
        return isFor(whose, role) && (what.equals("*") || what.equals(type)) && permits(scope.substring(dot + 1), act);
    }

    /// `patient/` is the one patient who has signed in; the others are whoever works or what serves.
    private static boolean isFor(String whose, Role role) {
        return switch (whose) {
            case "patient" -> role == Role.PATIENT;
            case "user" -> true;
            case "system" -> role != Role.PATIENT;
            default -> false;
        };
    }

    private static boolean permits(String acts, Act act) {
        return acts.equals("read") || acts.equals("*") || (acts.matches("c?r?u?d?s?") && acts.indexOf(act.letter) >= 0);
    }
}
