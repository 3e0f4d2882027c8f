package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.PersonPseudonyms;

/// What patients say of their time under investigation, in figures over many.
class ExperiencesTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static Installation installation;

    /// Six were treated, four were found not to have cancer, one chose to leave; of lungs, and one of the treated of
    /// the prostate.
    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("petra", "Petra", new Assignment(Role.PROCESS_LEADER, "05")), PASSWORD);
        installation = Installation.serving(home);
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,unit,source,id");
        for (int person = 0; person < 12; person++) {
            var end = person < 6 ? "50" : person < 10 ? "78" : "76";
            // Of unspecific symptoms code 78 counts to the measure, and is no cancer.
            var prefix = person == 5 ? "VJ1" : person == 9 ? "VP8" : "VC0";
            lines.add("p%d,%s10,2023-03-01,05,A1,s,%da".formatted(person, prefix, person));
            lines.add("p%d,%s%s,2023-03-%02d,05,A1,s,%db".formatted(person, prefix, end, 11 + person, person));
        }
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
        for (int person = 0; person < 12; person++) {
            answer("p" + person, person < 3 ? "very-good" : "bad");
        }
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static void answer(String person, String whole) {
        var who = installation.bean(PersonPseudonyms.class).of(person);
        var nurse = new Acting(new Account("n", "N", List.of()), new Assignment(Role.CONTACT_NURSE, "A1"));
        var herself = new Acting(new Account("p", "P", List.of()), new Assignment(Role.PATIENT, who.toString()));
        var asking = installation.bean(Asking.class);
        var id =
                asking.ask(nurse, who, Experiences.FORM, Occasion.PREM, LocalDate.of(2023, 3, 20), Asking.Follows.NONE);
        var form =
                installation.bean(Questionnaires.class).byId(Experiences.FORM).orElseThrow();
        var values = new LinkedHashMap<String, List<Value>>();
        form.all()
                .filter(item -> item.required() && item.asks())
                .forEach(item ->
                        values.put(item.id(), List.of(item.options().getFirst().value())));
        values.put("whole", List.of(option(form, whole)));
        installation
                .bean(Kept.class)
                .send(herself, asking.byId(who, id).orElseThrow(), Sheet.of(form, new Answers(values)));
    }

    private static Value option(Questionnaire form, String code) {
        return form.spot("whole").item().options().stream()
                .filter(option -> option.key().equals(code))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void an_answer_stands_with_the_pathway_it_tells_of_and_who_left_otherwise_is_left_out() {
        var all = installation.bean(Experiences.class).all();

        assertThat(all).filteredOn(Experiences.Experience::cancer).hasSize(6);
        assertThat(all).filteredOn(one -> !one.cancer()).hasSize(4);
        assertThat(all).extracting(Experiences.Experience::days).contains(10, 15, 19);
    }

    @Test
    void fewer_than_five_are_not_shown_nor_what_they_follow_from() throws Exception {
        try (var petra = new Visit(installation, "petra", PASSWORD)) {
            var page = petra.page("/folj-upp/upplevelse", "sv").body();

            assertThat(page).contains("Fick cancer", "50").contains("visas inte");
            var pathways = page.substring(page.indexOf("id=\"beside\""));
            assertThat(pathways)
                    .as("five of lungs would tell that one of the prostate was the sixth")
                    .doesNotContain("var(--data)\"");
        }
    }
}
