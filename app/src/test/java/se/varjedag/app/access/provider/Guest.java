package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Somebody with a browser that follows no redirection by itself.
final class Guest implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI base;

    Guest(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(address)));
    }

    /// A form of ours, sent with its token.
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        var sent = new HashMap<>(fields);
        sent.put("_csrf", token.group(1));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(sent))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Accept-Language", "sv").build(), HttpResponse.BodyHandlers.ofString());
    }

    /// To the provider, in by it, and where that led.
    ///
    /// @param start the address that leads to the provider
    HttpResponse<String> signIn(String start) throws IOException, InterruptedException {
        var provider = whereTo(get(start));
        var answer = get(provider);
        if (answer.statusCode() == 200) {
            // The provider asks the person herself, as it was asked to.
            answer = send(HttpRequest.newBuilder(URI.create(provider))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=lo")));
        }
        return get(whereTo(answer));
    }

    HttpResponse<String> signIn() throws IOException, InterruptedException {
        return signIn("/oauth2/authorization/provider");
    }

    /// The session's cookie.
    Optional<String> session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("varjedag"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /// Comes with the session of somebody else.
    void takeSession(String value) {
        cookies.getCookieStore().removeAll();
        var cookie = new HttpCookie("varjedag", value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(base, cookie);
    }

    static String whereTo(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /// What an address asks.
    static Map<String, String> query(String address) {
        var all = new HashMap<String, String>();
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            all.put(parts[0], URLDecoder.decode(parts.length == 1 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        return all;
    }

    private static String encoded(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
