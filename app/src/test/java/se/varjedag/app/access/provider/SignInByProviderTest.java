package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import se.varjedag.app.Installation;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;

class SignInByProviderTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String AGAIN = "/oauth2/authorization/provider?again&back=/patient";
    private static final Map<String, Object> COORDINATOR = Map.of(
            "employeeHsaId", "SE1-KIM", "name", "Kim Koordinator", "systemRole", List.of("Samordnare"), "unit", "U1");

    private static Issuer issuer;
    private static Installation installation;
    private Guest guest;

    @BeforeAll
    static void start() throws IOException {
        issuer = Issuer.started();
        var home = Issuer.home();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        int port = freePort();
        installation = Installation.serving(
                home,
                "--server.port=" + port,
                "--VARJEDAG_URL=http://127.0.0.1:" + port,
                "--VARJEDAG_OIDC_ISSUER=" + issuer.address(),
                "--VARJEDAG_OIDC_CLIENT_ID=" + Issuer.CLIENT,
                "--VARJEDAG_OIDC_CLIENT_SECRET=hemligt",
                "--VARJEDAG_OIDC_NAME=SITHS");
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("U1", "Enhet ett", "clinic", "region-05", "05"),
                        new Unit("U2", "Enhet två", "clinic", "region-05", "05")));
        installation.timeline().refresh();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        installation.close();
        issuer.close();
    }

    @BeforeEach
    void a_new_browser() {
        guest = new Guest(installation.port());
    }

    private static Map<String, Object> and(Map<String, Object> claims, String name, Object value) {
        var more = new HashMap<>(claims);
        more.put(name, value);
        return more;
    }

    @Test
    void the_sign_in_page_leads_to_the_provider_and_keeps_the_form() throws Exception {
        var page = guest.get("/login").body();

        assertThat(page).contains("Logga in med SITHS", "/oauth2/authorization/provider", "name=\"password\"");
    }

    @Test
    void the_provider_is_asked_with_state_nonce_and_proof_key_and_leads_back_here_only() throws Exception {
        var asked = Guest.query(Guest.whereTo(guest.get("/oauth2/authorization/provider")));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "redirect_uri", "http://127.0.0.1:" + installation.port() + "/login/oauth2/code/provider")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("prompt");
    }

    @Test
    void claims_become_a_role_at_a_unit_and_the_way_leads_on_to_the_page_that_was_asked_for() throws Exception {
        issuer.says("kim", COORDINATOR);
        guest.get("/patient");

        var answer = guest.signIn();

        assertThat(Guest.whereTo(answer)).endsWith("/patient?continue");
        assertThat(guest.get("/patient").body()).contains("Kim Koordinator", "Enhet ett", "Koordinator");
        assertThat(
                        LogLook.awaited(
                                installation,
                                "action = 'sign-in' and allowed and who = 'SE1-KIM' and acted_as = 'coordinator' and place = 'U1'"))
                .isPositive();
    }

    @Test
    void several_commissions_are_several_assignments_and_the_change_is_logged() throws Exception {
        issuer.says(
                "lo",
                Map.of(
                        "employeeHsaId",
                        "SE1-LO",
                        "commissions",
                        List.of(
                                Map.of("purpose", "Vård och behandling", "hsaId", "U1"),
                                Map.of("purpose", "Kvalitetsregister", "hsaId", "U2"),
                                Map.of("purpose", "Vård och behandling", "hsaId", "U2"))));
        guest.signIn();
        assertThat(guest.get("/patient").body()).contains("value=\"clinician@U2\"");

        assertThat(guest.post("/uppdrag", Map.of("uppdrag", "clinician@U2")).statusCode())
                .isEqualTo(302);

        assertThat(guest.get("/patient").body()).contains("value=\"clinician@U1\"");
        assertThat(LogLook.awaited(installation, "action = 'assignment' and who = 'SE1-LO'"))
                .isPositive();
    }

    @Test
    void who_has_no_assignment_is_told_so_has_no_session_of_her_own_and_is_logged() throws Exception {
        issuer.says("nn", and(and(COORDINATOR, "unit", "U9"), "employeeHsaId", "SE1-NN"));

        assertThat(Guest.whereTo(guest.signIn())).endsWith("/login?refused");

        assertThat(guest.get("/login").body())
                .contains("Du har inget uppdrag här", "U9", "/oauth2/authorization/provider?anew");
        assertThat(guest.get("/login").body()).doesNotContain("Du har inget uppdrag här");
        assertThat(Guest.whereTo(guest.get("/patient"))).endsWith("/login");
        assertThat(LogLook.awaited(
                        installation,
                        "action = 'sign-in' and not allowed and who = 'SE1-NN' and why = 'unknown-place: U9'"))
                .isPositive();
    }

    @Test
    void a_rule_that_is_taken_away_ends_the_assignment_at_once() throws Exception {
        issuer.says("kim", COORDINATOR);
        guest.signIn();
        assertThat(guest.get("/patient").statusCode()).isEqualTo(200);
        var rules = installation.home().signInRules();
        var before = Files.readString(rules);
        try {
            Files.writeString(rules, before.replace("Samordnare", "Ingen"));
            assertThat(guest.get("/patient").statusCode()).isEqualTo(403);

            Files.writeString(rules, "assignments: spoilt");
            assertThat(guest.get("/patient").statusCode()).isEqualTo(403);
        } finally {
            Files.writeString(rules, before);
        }
    }

    @Test
    void an_account_of_the_same_name_lends_nothing_to_who_comes_by_the_provider() throws Exception {
        issuer.says("anna", and(COORDINATOR, "employeeHsaId", "anna"));
        guest.signIn();

        assertThat(guest.get("/patient").statusCode()).isEqualTo(200);
        assertThat(guest.get("/export").statusCode()).isEqualTo(403);
    }

    @Test
    void a_code_of_somebody_elses_sign_in_is_refused() throws Exception {
        try (var attacker = new Guest(installation.port())) {
            var hers = Guest.query(Guest.whereTo(attacker.get("/oauth2/authorization/provider")));
            var code = Guest.query(
                            Guest.whereTo(attacker.get(Guest.whereTo(attacker.get("/oauth2/authorization/provider")))))
                    .get("code");
            var own = Guest.query(Guest.whereTo(guest.get("/oauth2/authorization/provider")));

            refused("/login/oauth2/code/provider?code=" + code + "&state=" + own.get("state"));
            refused("/login/oauth2/code/provider?code=" + code + "&state=" + hers.get("state"));
            refused("/login/oauth2/code/provider?code=" + code);
        }
    }

    @Test
    void what_the_provider_says_of_a_failure_is_not_shown() throws Exception {
        var own = Guest.query(Guest.whereTo(guest.get("/oauth2/authorization/provider")));

        refused("/login/oauth2/code/provider?error=access_denied&error_description=%3Cscript%3E&state="
                + java.net.URLEncoder.encode(own.get("state"), java.nio.charset.StandardCharsets.UTF_8));

        assertThat(guest.get("/login?refused").body())
                .contains("Det gick inte att logga in")
                .doesNotContain("<script>");
    }

    private void refused(String callback) throws IOException, InterruptedException {
        assertThat(Guest.whereTo(guest.get(callback))).endsWith("/login?refused");
        assertThat(Guest.whereTo(guest.get("/patient"))).endsWith("/login");
    }

    @Test
    void a_session_planted_before_sign_in_is_worth_nothing_after_it_by_the_provider() throws Exception {
        issuer.says("kim", COORDINATOR);
        guest.get("/login");
        var planted = guest.session().orElseThrow();

        guest.signIn();

        worthNothing(planted);
        assertThat(guest.get("/patient").statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_planted_before_sign_in_is_worth_nothing_after_it_by_the_form() throws Exception {
        guest.get("/login");
        var planted = guest.session().orElseThrow();

        guest.post("/login", Map.of("username", "anna", "password", PASSWORD));

        worthNothing(planted);
        assertThat(guest.get("/laget").statusCode()).isEqualTo(200);
    }

    private void worthNothing(String planted) throws IOException, InterruptedException {
        assertThat(guest.session().orElseThrow()).isNotEqualTo(planted);
        try (var attacker = new Guest(installation.port())) {
            attacker.takeSession(planted);
            assertThat(Guest.whereTo(attacker.get("/laget"))).endsWith("/login");
        }
    }

    @Test
    void signing_out_goes_on_to_the_provider() throws Exception {
        issuer.says("kim", COORDINATOR);
        guest.signIn();

        var answer = guest.post("/logout", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        var on = answer.headers().firstValue("Refresh").orElseThrow();
        assertThat(on).contains(issuer.address() + "/endsession");
        assertThat(Guest.query(on.substring(on.indexOf("http"))))
                .as("nothing of the person")
                .containsOnlyKeys("client_id", "post_logout_redirect_uri")
                .containsEntry("client_id", Issuer.CLIENT)
                .containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + installation.port() + "/login?out");
        assertThat(Guest.whereTo(guest.get("/patient"))).endsWith("/login");
        assertThat(LogLook.awaited(installation, "action = 'sign-out' and who = 'SE1-KIM'"))
                .isPositive();
    }

    @Test
    void the_session_keeps_what_the_id_token_says_and_not_the_token() {
        var said = new OidcIdToken(
                "huvud.uppgifter.underskrift",
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60),
                Map.of("sub", "kim", "unit", "U1"));
        var authority = new OidcUserAuthority(said);

        var kept = Browsers.withoutToken(new DefaultOidcUser(List.of(authority), said));

        assertThat(kept.getClaims()).containsEntry("unit", "U1");
        assertThat(kept.getName()).isEqualTo("kim");
        assertThat(kept.getIdToken().getTokenValue()).doesNotContain("uppgifter");
        assertThat(kept.getAuthorities()).isEmpty();
    }

    @Test
    void an_account_with_a_password_signs_out_here() throws Exception {
        guest.post("/login", Map.of("username", "anna", "password", PASSWORD));

        assertThat(Guest.whereTo(guest.post("/logout", Map.of()))).endsWith("/login?out");
    }

    @Test
    void an_emergency_asks_the_provider_again_and_each_answer_is_good_for_one() throws Exception {
        issuer.says("lo", doctor());
        guest.signIn();
        assertThat(guest.get("/patient").body())
                .contains("Legitimera dig på nytt")
                .doesNotContain("losenord");
        assertThat(emergency()).endsWith("?fel=nod");

        issuer.says("lo", and(doctor(), "auth_time", Instant.now().getEpochSecond()));
        var asked = Guest.query(Guest.whereTo(guest.get(AGAIN)));
        assertThat(asked).containsEntry("prompt", "login").containsEntry("max_age", "0");
        assertThat(Guest.whereTo(guest.signIn(AGAIN))).endsWith("/patient");

        assertThat(guest.get("/patient").body()).contains("name=\"varfor\"").doesNotContain("Legitimera dig på nytt");
        assertThat(emergency()).endsWith("/patient/00000000-0000-0000-0000-00000000002a");
        assertThat(emergency()).endsWith("?fel=nod");
    }

    @Test
    void an_emergency_is_not_opened_on_an_earlier_sign_in_at_the_provider() throws Exception {
        issuer.says("lo", doctor());
        guest.signIn();
        for (var claims : List.of(
                doctor(),
                and(doctor(), "auth_time", Instant.now().minusSeconds(120).getEpochSecond()))) {
            issuer.says("lo", claims);

            assertThat(Guest.whereTo(guest.signIn(AGAIN))).endsWith("/patient?fel=legitimering");
            assertThat(emergency()).endsWith("?fel=nod");
        }
    }

    @Test
    void an_emergency_is_not_opened_on_the_very_sign_in_that_the_session_began_with() throws Exception {
        var now = Instant.now().getEpochSecond();
        issuer.says("lo", and(doctor(), "auth_time", now));
        guest.signIn();
        issuer.says("lo", and(doctor(), "auth_time", now));

        assertThat(Guest.whereTo(guest.signIn(AGAIN)))
                .as("within what clocks may differ by, and yet not asked again")
                .endsWith("/patient?fel=legitimering");
        assertThat(emergency()).endsWith("?fel=nod");
    }

    private static Map<String, Object> doctor() {
        return Map.of(
                "employeeHsaId",
                "SE1-DR",
                "commissions",
                List.of(Map.of("purpose", "Vård och behandling", "hsaId", "U1")));
    }

    private String emergency() throws IOException, InterruptedException {
        return Guest.whereTo(guest.post(
                "/patient/nod",
                Map.of("nummer", "00000000-0000-0000-0000-00000000002a", "varfor", "Medvetslös", "losenord", "")));
    }

    @Test
    void nobody_is_led_to_another_site() throws Exception {
        issuer.says("lo", and(doctor(), "auth_time", Instant.now().getEpochSecond()));
        assertThat(Guest.whereTo(
                        guest.signIn("/oauth2/authorization/provider?again&back=https://evil.example/patient")))
                .isEqualTo("/");
        issuer.says(
                "lo", and(doctor(), "auth_time", Instant.now().plusSeconds(1).getEpochSecond()));
        assertThat(Guest.whereTo(guest.signIn("/oauth2/authorization/provider?again&back=//evil.example")))
                .isEqualTo("/");
        issuer.says("lo", doctor());
        assertThat(Guest.whereTo(guest.signIn("/oauth2/authorization/provider?continue=https://evil.example")))
                .isEqualTo("/");
    }
}
