package se.varjedag.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server that runs on this home and this machine, as another program of the same user speaks with it.
final class RunningServer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ASK_EVERY_MS = 200;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();
    private final String base;
    private final String token;

    /// What became of one file.
    record Result(boolean done, String sentence, List<String> rejects) {}

    private RunningServer(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /// The server, if one runs: its process is alive.
    static Optional<RunningServer> on(Home home) {
        return Whereabouts.of(home).map(where -> new RunningServer(where.base(), home.serverToken()));
    }

    Result read(Path file, boolean complete, String source, String by) {
        try {
            var started = ask(request("/local/imports?name=%s&complete=%s&source=%s&by=%s"
                            .formatted(encoded(ImportCommand.name(file)), complete, encoded(source), encoded(by)))
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build());
            var run = request("/local/imports/" + started.path("id").asLong())
                    .GET()
                    .build();
            var how = ask(run);
            while (how.path("state").asString().equals("running")) {
                Thread.sleep(ASK_EVERY_MS);
                how = ask(run);
            }
            var rejects = new ArrayList<String>();
            for (var row : how.path("rejects")) {
                rejects.add(ImportCommand.line(json.treeToValue(row, se.varjedag.app.intake.RejectedRow.class)));
            }
            return new Result(
                    how.path("state").asString().equals("done"),
                    how.path(Terminal.in("swedish", "english")).asString(),
                    rejects);
        } catch (IOException e) {
            throw new CannotStart(
                    "The server on this home does not answer (%s). If it has stopped, try again; it keeps nothing of a file that it did not read to its end."
                            .formatted(e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /// What the server answers to who asks.
    JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    /// What the server answers to who tells it to do something.
    JsonNode post(String path) {
        return answer(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    /// The same with a file to read.
    JsonNode post(String path, Path file) {
        try {
            return answer(request(path)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer(HttpRequest request) {
        try {
            return ask(request);
        } catch (IOException e) {
            throw new CannotStart(
                    "The server on this home does not answer (%s). Try again."
                            .formatted(e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new CannotStart(
                    "The server on this home refused what was asked (status %d).".formatted(answer.statusCode()));
        }
        return json.readTree(java.util.Objects.requireNonNullElse(answer.body(), ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
