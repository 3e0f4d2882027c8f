package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import se.varjedag.app.access.Role;

class ScopesTest {

    private static boolean allowed(String scopes, Role role, String type, Scopes.Act act) {
        var authorities = AuthorityUtils.createAuthorityList(List.of(scopes.split(" ", -1)).stream()
                .map(one -> "SCOPE_" + one)
                .toList());
        var token =
                Jwt.withTokenValue("x").header("alg", "none").claim("sub", "x").build();
        return Scopes.allow(new JwtAuthenticationToken(token, authorities), role, type, act);
    }

    @ParameterizedTest
    @CsvSource({
        "patient/*.read, PATIENT, Patient, true",
        "patient/Patient.read, PATIENT, Patient, true",
        "patient/Patient.read, PATIENT, EpisodeOfCare, false",
        "patient/*.read, CLINICIAN, Patient, false",
        "user/Patient.read, CLINICIAN, Patient, true",
        "user/*.read, CLINICIAN, CarePlan, true",
        "user/*.write, CLINICIAN, CarePlan, false",
        "user/*.*, CLINICIAN, CarePlan, true",
        "system/MeasureReport.read, ANALYST, MeasureReport, true",
        "system/MeasureReport.read, ANALYST, Measure, false",
        "system/*.read, PATIENT, Patient, false",
        "openid profile, CLINICIAN, Patient, false",
        "openid user/Patient.read, CLINICIAN, Patient, true",
        "user/Patient, CLINICIAN, Patient, false",
        "user/.read, CLINICIAN, Patient, false",
        "*/*.read, CLINICIAN, Patient, false",
        "user/Patient.readx, CLINICIAN, Patient, false",
        "user/Patient., CLINICIAN, Patient, false",
        "figures.read, ANALYST, MeasureReport, false"
    })
    void a_scope_lets_through_what_it_names_and_nothing_else(String scopes, Role role, String type, boolean may) {
        assertThat(allowed(scopes, role, type, Scopes.Act.READ)).isEqualTo(may);
        assertThat(allowed(scopes, role, type, Scopes.Act.SEARCH)).isEqualTo(may);
    }

    @Test
    void reading_and_searching_are_told_apart_where_the_scope_does() {
        assertThat(allowed("user/Patient.r", Role.CLINICIAN, "Patient", Scopes.Act.READ))
                .isTrue();
        assertThat(allowed("user/Patient.r", Role.CLINICIAN, "Patient", Scopes.Act.SEARCH))
                .isFalse();
        assertThat(allowed("user/Patient.cruds", Role.CLINICIAN, "Patient", Scopes.Act.SEARCH))
                .isTrue();
        assertThat(allowed("user/Patient.sr", Role.CLINICIAN, "Patient", Scopes.Act.READ))
                .isFalse();
    }

    @Test
    void who_signed_in_with_a_password_needs_no_scope() {
        var anna = UsernamePasswordAuthenticationToken.authenticated("anna", "", List.of());
        assertThat(Scopes.allow(anna, Role.CLINICIAN, "Patient", Scopes.Act.READ))
                .isTrue();
    }
}
