package se.varjedag.app.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.varjedag.app.Installation;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Whole bundles of made-up patients: our own, and those of Synthea where they lie beside the clone.
class MadeUpPatientsTest {
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

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.started();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void nothing_is_known() {
        installation.empty();
    }

    static List<Path> bundles() throws IOException, URISyntaxException {
        var bundles = new ArrayList<Path>();
        for (var name : List.of("lung.json", "colon.json")) {
            bundles.add(Path.of(java.util.Objects.requireNonNull(MadeUpPatientsTest.class.getResource(name), name)
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

    @ParameterizedTest
    @MethodSource("bundles")
    void a_made_up_patient_is_traced_and_the_same_bundle_again_changes_nothing(Path bundle) throws IOException {
        var name = String.valueOf(bundle.getFileName());
        var first = read(bundle, name);
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.rejected()).isZero();
        assertThat(first.accepted()).isPositive();

        var pathways = installation.timeline().refresh().pathways();
        var days = IntStream.range(0, pathways.size())
                .map(i -> pathways.end(i) == TracedPathways.NONE ? -1 : pathways.end(i) - pathways.start(i))
                .boxed()
                .toList();
        assertThat(days)
                .containsExactly(DAYS.entrySet().stream()
                        .filter(known -> name.startsWith(known.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow());

        var versions = installation.count("select count(*) from care_event");
        var values = installation.count("select count(*) from clinical_value");
        if (name.contains("_")) {
            assertThat(values).as("values for the overview").isPositive();
        }

        var again = read(bundle, name);
        assertThat(again.accepted()).isZero();
        assertThat(again.withdrawn()).isZero();
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(versions);
        assertThat(installation.count("select count(*) from clinical_value")).isEqualTo(values);
    }

    private static ImportRun read(Path bundle, String name) throws IOException {
        return installation.readBytes(name, false, Files.readAllBytes(bundle));
    }
}
