package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.varjedag.app.Installation;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Openings;
import se.varjedag.app.access.Role;
import se.varjedag.app.intake.ImportRun.State;

/// What is given out, taken in again somewhere else, is the same pathway: our own made-up patients, and those of
/// Synthea where they lie beside the clone.
class RoundTripTest {
    private static final Path SYNTHEA = Path.of("..", "..", "shared", "data", "fhir");

    /// Days from suspicion to first treatment; -1 where no treatment came.
    private static final Map<String, Integer> DAYS = Map.of(
            "lung", 8,
            "colon", -1,
            "Andy_Schaden", 0,
            "Austin_Franecki", 9,
            "Darin_Skiles", -1,
            "Jerrell_Gerlach", 0,
            "Keira_Huel", 7);

    private static Ward here;
    private static Installation there;

    @BeforeAll
    static void start() {
        here = new Ward();
        there = Installation.started();
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
    }

    @BeforeEach
    void nothing_is_known() {
        here.empty();
        there.empty();
    }

    static List<Path> bundles() throws IOException, URISyntaxException {
        var bundles = new ArrayList<Path>();
        for (var name : List.of("lung.json", "colon.json")) {
            bundles.add(Path.of(Objects.requireNonNull(
                            RoundTripTest.class.getResource("/se/varjedag/app/intake/fhir/" + name), name)
                    .toURI()));
        }
        if (Files.isDirectory(SYNTHEA)) {
            try (var files = Files.list(SYNTHEA)) {
                files.filter(file -> file.toString().endsWith(".json.gz"))
                        .sorted()
                        .forEach(bundles::add);
            }
        }
        return bundles;
    }

    /// Everything of the one patient who is there, as who has opened an emergency gets it: she herself reads no result
    /// that she has not been told.
    private static String everything(String name) throws Exception {
        var person = here.installation()
                .database()
                .sql("select distinct person from care_event")
                .query(UUID.class)
                .single();
        var account = new Account(name, name, new Assignment(Role.CLINICIAN, "A1"));
        Accounts.write(here.installation().home(), account, Ward.PASSWORD);
        here.installation()
                .bean(Openings.class)
                .open(new Acting(account, account.assignments().getFirst()), person, Openings.Kind.EMERGENCY, "test");
        return here.got(name, "/Patient/" + person + "/$everything");
    }

    private static List<String> pathways(Installation installation) {
        var traced = installation.timeline().refresh().pathways();
        var timelines = traced.timelines();
        var pathways = new ArrayList<String>();
        for (int i = 0; i < traced.size(); i++) {
            var points = new ArrayList<String>();
            for (int k = traced.pointsFrom(i); k < traced.pointsTo(i); k++) {
                points.add(traced.pointKind(k).key() + " " + LocalDate.ofEpochDay(traced.pointDay(k)) + " "
                        + timelines.unitText(traced.pointUnit(k)) + " " + timelines.refText(traced.pointRef(k)));
            }
            int person = traced.person(i);
            pathways.add("%s %s %d %d %d %c %d %s"
                    .formatted(
                            traced.definitions().all().get(traced.definition(i)).id(),
                            traced.state(i),
                            traced.start(i),
                            traced.end(i),
                            traced.limit(i),
                            timelines.sex(person) == 0 ? '-' : (char) timelines.sex(person),
                            timelines.born(person),
                            points));
        }
        return pathways;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_patient_who_was_read_in_is_given_out_with_the_same_days_and_read_in_again_as_the_same(Path bundle)
            throws Exception {
        var name = String.valueOf(bundle.getFileName());
        here.installation().readBytes(name, false, Files.readAllBytes(bundle));
        here.installation().timeline().refresh();

        var text = everything("p-" + name.substring(0, 5).toLowerCase(java.util.Locale.ROOT));

        assertThat(Standard.faults(text)).isEmpty();
        var episode = resources(text, EpisodeOfCare.class).getFirst().getPeriod();
        var days = episode.hasEnd()
                ? LocalDate.parse(episode.getEndElement().getValueAsString()).toEpochDay()
                        - LocalDate.parse(episode.getStartElement().getValueAsString())
                                .toEpochDay()
                : -1;
        assertThat(days)
                .isEqualTo(DAYS.entrySet().stream()
                        .filter(known -> name.startsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow()
                        .longValue());
        again(text);
    }

    private static void again(String text) {
        var run = there.readBytes("again.json", false, text.getBytes(StandardCharsets.UTF_8));
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.rejected()).as(run.english()).isZero();
        assertThat(pathways(there)).isEqualTo(pathways(here.installation())).isNotEmpty();
    }

    private static <T extends Resource> List<T> resources(String text, Class<T> type) {
        return Standard.read(Bundle.class, text).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void units_points_between_codes_pairs_bookings_and_death_come_through() throws Exception {
        here.events(
                "p1,VC010,2023-03-01,05,A1,F,1950,,s,1,",
                "p1,VC025,2023-03-04,05,A1,F,1950,,s,2,",
                "p1,specimen-taken,2023-03-06,05,A2,F,1950,VC0,s,3,R7",
                "p1,pathology-reported,2023-03-12,05,A2,F,1950,VC0,s,4,R7",
                "p1,VE010,2023-03-08,05,A3,F,1950,,s,5,",
                "p1,died,2023-06-01,05,A1,F,1950,,s,6,");
        var text = everything("p-ward");

        assertThat(Standard.faults(text)).isEmpty();
        assertThat(resources(text, Procedure.class)).hasSize(5);
        there.bean(se.varjedag.app.reference.Units.class)
                .add(here.installation().bean(se.varjedag.app.reference.Units.class).histories().values().stream()
                        .map(periods -> periods.getLast().unit())
                        .toList());
        again(text);
    }

    @Test
    void a_plan_tells_each_step_with_its_days_and_how_it_stands() throws Exception {
        here.events(
                "p1,VG910,2023-03-01,05,A1,F,1950,,s,1,",
                "p1,referral-received,2023-03-02,05,A1,F,1950,VG9,s,4,",
                "p1,VG925,2023-03-04,05,A1,F,1950,,s,2,",
                "p2,VC010,2023-03-20,05,A3,F,1950,,s,3,");
        var plan = Standard.entries(here.got("anna", "/CarePlan?patient=" + here.person("p1"))).stream()
                .map(CarePlan.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(plan.getStatus().toCode()).isEqualTo("active");
        var byPoint = new java.util.HashMap<String, CarePlan.CarePlanActivityComponent>();
        plan.getActivity()
                .forEach(one -> byPoint.put(
                        one.getDetail().getCode().getCodingFirstRep().getCode(), one));
        var visit = Objects.requireNonNull(byPoint.get("first-visit"));
        assertThat(visit.getDetail().getStatus().toCode()).isEqualTo("completed");
        assertThat(visit.getOutcomeReferenceFirstRep().getReference()).startsWith("Procedure/");
        var treatment = Objects.requireNonNull(byPoint.get("treatment"));
        assertThat(treatment.getDetail().getStatus().toCode()).isIn("in-progress", "not-started");
        assertThat(plan.getActivity().stream()
                        .filter(one -> one.getDetail().hasDescription())
                        .map(one -> one.getDetail().getDescription()))
                .contains("Högst 2 dagar från beslut välgrundad misstanke: tog 1 dag.")
                .allSatisfy(words -> assertThat(words).startsWith("Högst ").endsWith("."));
    }

    @Test
    void days_that_hold_for_some_treatments_say_which_while_it_is_not_known() throws Exception {
        here.events("p1,VH410,2023-03-01,05,A1,F,1950,,s,1,");

        assertThat(here.got("anna", "/CarePlan?patient=" + here.person("p1")))
                .contains("Högst 7 dagar från behandlingsbeslut (läkemedel).");
    }

    @Test
    void where_an_event_came_from_is_told_with_the_file_only_to_those_who_may_see_files() throws Exception {
        here.events("p1,VC010,2023-03-01,05,A1,F,1950,,s,1,", "p1,VC025,2023-03-04,05,A1,F,1950,,s,2,");
        var episode = Standard.entries(here.got("anna", "/EpisodeOfCare?patient=" + here.person("p1")))
                .getFirst();

        var found = Standard.entries(here.got("anna", "/Provenance?target=EpisodeOfCare/" + episode.getIdPart()));

        assertThat(found).hasSize(2).allSatisfy(one -> {
            var origin = (Provenance) one;
            assertThat(origin.getTarget())
                    .anyMatch(target -> target.getReference().endsWith(episode.getIdPart()));
            assertThat(origin.getEntityFirstRep().getWhat().getIdentifier().getValue())
                    .isNotBlank();
            assertThat(origin.getEntityFirstRep().getWhat().getDisplay()).doesNotContain("events.csv");
            assertThat(origin.hasRecorded()).isTrue();
        });
        assertThat(here.got("karin", "/Provenance?patient=" + here.person("p1")))
                .contains("events.csv");
    }
}
