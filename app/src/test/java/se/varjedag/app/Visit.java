package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/// Somebody signed in by the form, with a session.
public final class Visit implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Installation installation;

    public Visit(Installation installation, String name, String password) throws IOException, InterruptedException {
        this.installation = installation;
        var sent = "username=%s&password=%s&_csrf=%s".formatted(name, encoded(password), encoded(token("/login")));
        send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(sent)));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /// The same in a form of one's own choice, such as `text/csv`.
    public HttpResponse<String> get(String path, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", type));
    }

    /// The same, unless it is still what it was with this tag.
    public HttpResponse<String> getUnless(String path, String tag) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).header("If-None-Match", tag));
    }

    /// The same, if it was changed after a moment.
    public HttpResponse<String> getIfNewerThan(String path, Instant moment) throws IOException, InterruptedException {
        var written = DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atZone(ZoneOffset.UTC));
        return send(HttpRequest.newBuilder(uri(path)).header("If-Modified-Since", written));
    }

    /// A page in a language of one's own choice, as a browser asks for it.
    public HttpResponse<String> page(String path, String language) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path)).header("Accept", "text/html").header("Accept-Language", language));
    }

    /// The same as it comes over the net: what is no text.
    public HttpResponse<byte[]> getBytes(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token("/login"))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Any method with an empty body and the token of the session.
    public HttpResponse<String> sent(String method, String path, String type) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token("/login"))
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /// The same from another site's page, which knows no token.
    public HttpResponse<String> forged(String method, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /// A form of a page whose session is over, as a browser sends it.
    public HttpResponse<String> outdated(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=of-another-session")));
    }

    /// The session as its cookie names it, for a request that is written by hand.
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("varjedag"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private String token(String page) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + installation.port() + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
