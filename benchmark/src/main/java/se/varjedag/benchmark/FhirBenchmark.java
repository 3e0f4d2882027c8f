package se.varjedag.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `./varjedag benchmark fhir`: bulk files of made-up FHIR resources, read into a running server, from the first
/// byte sent to the moment all of it is kept; and the most memory that the server held meanwhile.
final class FhirBenchmark {
    private static final List<Integer> SIZES = List.of(5_000, 50_000, 200_000);
    private static final int WARM_UP = 2_000;
    private static final int PER_PATIENT = 10;
    private static final int LONGEST_START_S = 600;
    private static final String MEMORY = "512m";
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final Path root;
    private final Path folder;
    private final int runs;
    private final HttpClient client = HttpClient.newHttpClient();
    private int made;

    /// One size, over all its runs.
    private record Came(int resources, long bytes, Times times, double peakMegabytes, String told) {}

    private FhirBenchmark(Path root, Path folder, int runs) {
        this.root = root;
        this.folder = folder;
        this.runs = runs;
    }

    /// Measures, and writes `docs/benchmark-fhir.md`.
    static void run(Path root, Path folder, int runs) throws IOException, InterruptedException {
        var own = folder.toAbsolutePath().resolve("fhir");
        Files.createDirectories(own);
        var text = new FhirBenchmark(root, own, runs).measured();
        System.out.println(text);
        Files.writeString(root.resolve("docs/benchmark-fhir.md"), text);
    }

    private String measured() throws IOException, InterruptedException {
        var all = new ArrayList<Came>();
        for (int size : SIZES) {
            all.add(measure(size));
        }
        client.close();
        return text(all);
    }

    /// A server of its own for each size, so that the most memory is that size's.
    private Came measure(int resources) throws IOException, InterruptedException {
        var home = Files.createTempDirectory(folder, "home");
        // The server makes one itself when it is first asked for.
        Files.writeString(home.resolve("server.token"), HexFormat.of().formatHex(SecureRandom.getSeed(32)));
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ProcessBuilder(root.resolve("varjedag").toString(), "serve")
                .redirectOutput(folder.resolve("server.txt").toFile())
                .redirectErrorStream(true);
        command.environment().put("VARJEDAG_HOME", home.toString());
        command.environment().put("VARJEDAG_PORT", Integer.toString(port));
        command.environment().put("VARJEDAG_MEMORY", MEMORY);
        var server = command.start();
        try {
            awaitDoor(server, home);
            var base = "http://127.0.0.1:" + port + "/local/imports";
            read(base, home, file(WARM_UP));
            var times = new Times();
            var told = "";
            long bytes = 0;
            for (int run = 0; run < runs; run++) {
                var file = file(resources);
                bytes = Files.size(file);
                var clock = Times.start();
                told = read(base, home, file);
                times.add(clock.stop());
                Files.delete(file);
            }
            var peak = peak(server.pid());
            System.err.printf(
                    Locale.ROOT,
                    "%d resources: %.0f ms in the middle, %.0f MB at most%n",
                    resources,
                    times.median(),
                    peak);
            return new Came(resources, bytes, times, peak, told);
        } finally {
            server.destroy();
            if (!server.waitFor(60, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitDoor(Process server, Path home) throws IOException, InterruptedException {
        for (int tenth = 0; tenth < LONGEST_START_S * 10; tenth++) {
            if (Files.exists(home.resolve("server.properties"))) {
                return;
            }
            if (!server.isAlive()) {
                throw new IOException("The server ended with " + server.exitValue());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The server did not open its door");
    }

    /// Sends the file and waits until all of it is kept; what the server said of it.
    private String read(String base, Path home, Path file) throws IOException, InterruptedException {
        var token = Files.readString(home.resolve("server.token")).strip();
        var started = ask(HttpRequest.newBuilder(URI.create(base + "?name=made-up.ndjson&complete=false&by=benchmark"))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build());
        var id = ID.matcher(started);
        if (!id.find()) {
            throw new IOException("The server did not take the file: " + started);
        }
        while (true) {
            var how = ask(HttpRequest.newBuilder(URI.create(base + "/" + id.group(1)))
                    .header("Authorization", "Bearer " + token)
                    .build());
            if (how.contains("\"state\":\"done\"")) {
                return how.replaceAll("(?s).*\"english\":\"([^\"]*)\".*", "$1");
            }
            if (!how.contains("\"state\":\"running\"")) {
                throw new IOException("The file was not read in: " + how);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String ask(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /// The most that was resident since the process began, in megabytes.
    private static double peak(long process) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IOException("No VmHWM of " + process);
    }

    /// Ten resources for each patient, the patient last: two codes of a pathway, an answer from pathology, vital signs,
    /// a visit and a prescription that the mapping does not know. Each file has patients of its own.
    private Path file(int resources) throws IOException {
        var file = folder.resolve("made-up-%d.ndjson".formatted(made));
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (int patient = 0; patient < resources / PER_PATIENT; patient++) {
                var name = "f%d-%d".formatted(made, patient);
                var start = FIRST.plusDays(patient % 1500);
                procedure(out, name, "VC010", start);
                for (int i = 0; i < 5; i++) {
                    observation(out, name, i, start);
                }
                report(out, name, start.plusDays(10));
                prescription(out, name, start.plusDays(12));
                procedure(out, name, "VC050", start.plusDays(20 + patient % 30));
                line(out, """
                        {"resourceType":"Patient","id":"%s","identifier":[{"system":"urn:made-up","value":"%s"}],\
                        "gender":"%s","birthDate":"%d-05-17"}""".formatted(name, name, patient % 2 == 0 ? "female" : "male", 1930 + patient % 60));
            }
        }
        made++;
        return file;
    }

    private static void procedure(BufferedWriter out, String patient, String code, LocalDate day) throws IOException {
        line(out, """
                {"resourceType":"Procedure","id":"%s-%s","meta":{"versionId":"1","lastUpdated":"%sT10:00:00Z"},\
                "status":"completed","code":{"coding":[{"system":"urn:oid:1.2.752.116.1.3.2.1.4","code":"%s"}]},\
                "subject":{"reference":"Patient/%s"},"performedDateTime":"%sT09:30:00+01:00"}""".formatted(patient, code, day, code, patient, day));
    }

    private static void observation(BufferedWriter out, String patient, int number, LocalDate day) throws IOException {
        line(out, """
                {"resourceType":"Observation","id":"%s-o%d","status":"final","category":[{"coding":[{"system":\
                "http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],\
                "code":{"coding":[{"system":"http://loinc.org","code":"8867-4","display":"Heart rate"}]},\
                "subject":{"reference":"Patient/%s"},"effectiveDateTime":"%s","valueQuantity":{"value":%d,\
                "unit":"beats/minute","system":"http://unitsofmeasure.org","code":"/min"}}""".formatted(patient, number, patient, day, 60 + number));
    }

    private static void report(BufferedWriter out, String patient, LocalDate day) throws IOException {
        line(out, """
                {"resourceType":"DiagnosticReport","id":"%s-r","status":"final","category":[{"coding":[{"system":\
                "http://terminology.hl7.org/CodeSystem/v2-0074","code":"SP"}]}],"code":{"text":"PAD"},\
                "subject":{"reference":"Patient/%s"},"issued":"%sT14:00:00.000+01:00","specimen":[{"reference":\
                "Specimen/%s-s"}]}""".formatted(patient, patient, day, patient));
    }

    private static void prescription(BufferedWriter out, String patient, LocalDate day) throws IOException {
        line(out, """
                {"resourceType":"MedicationRequest","id":"%s-m","status":"active","intent":"order",\
                "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"N02BE01"}]},\
                "subject":{"reference":"Patient/%s"},"authoredOn":"%s"}""".formatted(patient, patient, day));
    }

    private static void line(BufferedWriter out, String text) throws IOException {
        out.write(text);
        out.newLine();
    }

    private String text(List<Came> all) throws IOException {
        var lines = new ArrayList<String>();
        for (var one : all) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %,d | %.1f MB | %.2f s | %,.0f | %.0f MB |",
                    one.resources(),
                    one.bytes() / 1e6,
                    one.times().median() / 1000,
                    one.resources() / (one.times().median() / 1000),
                    one.peakMegabytes()));
        }
        return """
                # How fast FHIR comes in

                Written by `./varjedag benchmark fhir`. A server is started on a home of its own with a heap of at most %s and
                reads in bulk files (NDJSON) of made-up resources, ten for each patient, three of which carry a code of the
                mapping; the patient comes last. The time goes from the first byte sent to the moment all of it is kept and
                says so. The middle of %d runs, after a smaller file that is not counted; each run has patients of its own.
                Memory is the most that the whole process of the server held since its start (VmHWM), a new server for each
                size.

                | resources | file | time | resources a second | most memory |
                |---:|---:|---:|---:|---:|
                %s

                What the server said of the last: *%s*

                %s
                """.formatted(
                        MEMORY,
                        runs,
                        String.join("\n", lines),
                        all.getLast().told(),
                        Report.machine().replace(", DuckDB 2.0.0.1", ""));
    }
}
