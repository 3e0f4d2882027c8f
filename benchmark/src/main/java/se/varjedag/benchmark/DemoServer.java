package se.varjedag.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A server of its own that runs the demo on a home of its own, and somebody signed in to it.
final class DemoServer implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int LONGEST_START_SECONDS = 900;
    private static final int OK = 200;

    private final Process process;
    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final double secondsToFigures;

    private DemoServer(Process process, String base) throws IOException, InterruptedException {
        this.process = process;
        this.base = base;
        var clock = Times.start();
        awaitDoor();
        signIn();
        awaitFigures();
        secondsToFigures = clock.stop() / 1000;
    }

    /// Starts the demo and waits until all its figures are there.
    ///
    /// @param root the project's folder
    /// @param home the home; where there is none yet it is made, which takes minutes
    static DemoServer start(Path root, Path home) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ProcessBuilder(root.resolve("varjedag").toString(), "demo")
                .redirectOutput(home.resolveSibling("pages-server.txt").toFile())
                .redirectErrorStream(true);
        command.environment().put("VARJEDAG_HOME", home.toString());
        command.environment().put("VARJEDAG_PORT", Integer.toString(port));
        var process = command.start();
        try {
            return new DemoServer(process, "http://127.0.0.1:" + port);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /// From the command to the last of the figures.
    double secondsToFigures() {
        return secondsToFigures;
    }

    /// Asks for a page and reads it to its last byte.
    ///
    /// @return how long it took, in milliseconds
    double time(String path) throws IOException, InterruptedException {
        var clock = Times.start();
        var answer = client.send(
                request(path).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        double milliseconds = clock.stop();
        if (answer.statusCode() != OK) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return milliseconds;
    }

    private void awaitDoor() throws IOException, InterruptedException {
        for (int tenth = 0; tenth < LONGEST_START_SECONDS * 10; tenth++) {
            try {
                if (text(request("/login").build()).statusCode() == OK) {
                    return;
                }
            } catch (IOException _) {
                if (!process.isAlive()) {
                    throw new IOException("The demo ended with " + process.exitValue());
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The demo did not open its door");
    }

    private void signIn() throws IOException, InterruptedException {
        var token = TOKEN.matcher(text(request("/login").build()).body());
        if (!token.find()) {
            throw new IOException("The page of signing in has no form");
        }
        text(request("/login/demo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("account=analytiker&_csrf=" + token.group(1)))
                .build());
    }

    /// Läget says so when nothing is being loaded any more. The line is asked for, not the page: that is measured.
    private void awaitFigures() throws IOException, InterruptedException {
        for (int tenth = 0; tenth < LONGEST_START_SECONDS * 10; tenth++) {
            var line = text(request("/laget/framsteg").build());
            if (line.headers().firstValue("HX-Refresh").isPresent()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("The figures did not come");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "sv");
    }

    private HttpResponse<String> text(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
