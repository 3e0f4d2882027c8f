package se.varjedag.app.fhir;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.LoginThrottle;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// An installation with people of every kind: `A1`, `A2` and `A3` are units of caregiver A, `B1` of caregiver B. `anna`
/// works at A1, `bo` at A3, `bodil` at B1.
final class Ward implements AutoCloseable {
    /// Of the tax agency's official test numbers.
    static final String NUMBER = "191212121212";

    static final String PASSWORD = "tolv tecken minst";

    private static final Map<String, Assignment> PEOPLE = Map.of(
            "anna", new Assignment(Role.CLINICIAN, "A1"),
            "karin", new Assignment(Role.COORDINATOR, "A1"),
            "bo", new Assignment(Role.CLINICIAN, "A3"),
            "bodil", new Assignment(Role.CLINICIAN, "B1"),
            "alva", new Assignment(Role.ANALYST, ""),
            "hanna", new Assignment(Role.HEAD_OF_UNIT, "A1"),
            "axel", new Assignment(Role.AUDITOR, ""),
            "asta", new Assignment(Role.ASSESSOR, ""));

    private final Installation installation;
    private final Map<String, Visit> visits = new HashMap<>();

    /// @param more settings beside the usual ones, as `--NAME=value`
    Ward(String... more) {
        var home = TestPostgres.newHome();
        PEOPLE.forEach((name, assignment) -> Accounts.write(home, new Account(name, name, assignment), PASSWORD));
        installation = Installation.serving(home, more);
        units();
    }

    Installation installation() {
        return installation;
    }

    /// As on the first day, with its units.
    void empty() {
        installation.empty();
        units();
    }

    private void units() {
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("A1", "Lung A", "Mottagning", "A", "05"),
                        new Unit("A2", "Röntgen A", "Röntgen", "A", "05"),
                        new Unit("A3", "Hud A", "Mottagning", "A", "05"),
                        new Unit("B1", "Onkologi B", "Onkologi", "B", "06")));
    }

    /// Reads events in, and traces them.
    void events(String... lines) {
        var all = new String[lines.length + 1];
        all[0] = "person,code,time,region,unit,sex,born,pathway,source,id,ref";
        System.arraycopy(lines, 0, all, 1, lines.length);
        installation.read("events.csv", all);
        installation.timeline().refresh();
    }

    /// As on the first day, with one patient whose pathway goes through two units of caregiver A and one of B, and
    /// another at A3.
    void patientOfThreeUnits() {
        empty();
        events(
                NUMBER + ",VC010,2023-03-01,05,A1,F,1950,,s,1,",
                NUMBER + ",imaging-performed,2023-03-05,05,A2,F,1950,VC0,s,2,",
                NUMBER + ",VC050,2023-04-10,06,B1,F,1950,,s,3,",
                "p2,VC010,2023-03-02,05,A3,M,,,s,4,");
    }

    /// The pseudonym of whom the events call so.
    UUID person(String name) {
        return installation.bean(PersonPseudonyms.class).of(name);
    }

    /// Gives a patient an account of her own.
    void patient(String account, String name) {
        Accounts.write(
                installation.home(),
                new Account(
                        account,
                        account,
                        new Assignment(Role.PATIENT, person(name).toString())),
                PASSWORD);
    }

    Visit visit(String who) throws IOException, InterruptedException {
        var known = visits.get(who);
        if (known == null) {
            installation.bean(LoginThrottle.class).forget();
            known = new Visit(installation, who, PASSWORD);
            visits.put(who, known);
        }
        return known;
    }

    /// What somebody gets at an address under `/fhir`.
    HttpResponse<String> asked(String who, String path) throws IOException, InterruptedException {
        return visit(who).get("/fhir" + path, "application/fhir+json");
    }

    /// The same, when it is there.
    String got(String who, String path) throws IOException, InterruptedException {
        var answer = asked(who, path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /// The resources of a page that is there.
    List<Resource> found(String who, String path) throws IOException, InterruptedException {
        return Standard.entries(got(who, path));
    }

    /// Searches with a form, where nothing stands in the address.
    HttpResponse<String> searched(String who, String type, String name, String value)
            throws IOException, InterruptedException {
        return visit(who)
                .post(
                        "/fhir/" + type + "/_search",
                        "application/x-www-form-urlencoded",
                        name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        visits.values().forEach(Visit::close);
        installation.close();
    }
}
