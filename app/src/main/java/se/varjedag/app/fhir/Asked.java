package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/// A question to `/fhir`, understood.
///
/// @param base       the address of the interface
/// @param parameters what is searched by, as it was written, without what only says how to answer
/// @param position   where the page begins; empty for the first
record Asked(
        String base,
        String type,
        Map<String, List<String>> parameters,
        Form form,
        boolean pretty,
        Summary summary,
        int count,
        Optional<String> position) {
    /// So many resources are on a page where nothing is said, and so many at most.
    static final int COUNT = 50;

    static final int MOST = 200;
    private static final int LONGEST = 2_000;

    /// What only says how to answer, whatever is searched for.
    static final Set<String> HOW = Set.of("_format", "_pretty", "_count", "_summary", "_page");

    /// How much of each resource is given.
    enum Summary {
        FALSE,
        TRUE,
        COUNT
    }

    Asked {
        parameters = new TreeMap<>(parameters);
    }

    /// The question of a request.
    ///
    /// @param known what may be searched by
    static Asked of(HttpServletRequest request, String type, Set<String> known, PageLinks pages) {
        var written = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> written.put(name, List.copyOf(Arrays.asList(values))));
        var form = form(request);
        var pretty = "true".equals(only(written, "_pretty").orElse(""));
        var page = only(written, "_page");
        if (page.isPresent()) {
            if (!HOW.containsAll(written.keySet()) || written.containsKey("_count")) {
                throw Problem.notUnderstood("A page is asked for by its link as it stands, without anything added.");
            }
            var opened = pages.open(page.get(), type);
            return new Asked(
                    pages.base(request),
                    type,
                    opened.parameters(),
                    form,
                    pretty,
                    summary(written),
                    opened.count(),
                    Optional.of(opened.position()));
        }
        var parameters = new TreeMap<>(written);
        parameters.keySet().removeAll(HOW);
        for (var name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw Problem.notUnderstood(unknown(name, type, known));
            }
        }
        if (parameters.containsKey("identifier") && standsInAddress(request)) {
            throw Problem.notUnderstood(
                    "A number of a person never stands in an address: send identifier in the body, with POST to %s/_search."
                            .formatted(type));
        }
        return new Asked(
                pages.base(request),
                type,
                parameters,
                form,
                pretty,
                summary(written),
                count(written),
                Optional.empty());
    }

    /// Whether a number was sent in the address, however it is written there.
    private static boolean standsInAddress(HttpServletRequest request) {
        var query = request.getQueryString();
        if (!"POST".equals(request.getMethod())) {
            return true;
        }
        try {
            return query != null
                    && URLDecoder.decode(query, StandardCharsets.UTF_8).contains("identifier");
        } catch (IllegalArgumentException _) {
            return true;
        }
    }

    private static String unknown(String name, String type, Set<String> known) {
        var shown = name.substring(0, Math.min(name.length(), 64));
        if (name.contains(":")) {
            return "'%s' has a modifier, and none is understood here.".formatted(shown);
        }
        if (known.isEmpty()) {
            return "%s is read by its address alone, and not by '%s'.".formatted(type, shown);
        }
        return "%s is not searched by '%s'. Choose from %s."
                .formatted(type, shown, String.join(", ", new TreeSet<>(known)));
    }

    static Form form(HttpServletRequest request) {
        return Form.of(request.getParameter("_format"), request.getHeader(HttpHeaders.ACCEPT));
    }

    private static Summary summary(Map<String, List<String>> written) {
        return switch (only(written, "_summary").orElse("false")) {
            case "false" -> Summary.FALSE;
            case "true" -> Summary.TRUE;
            case "count" -> Summary.COUNT;
            default -> throw Problem.notUnderstood("_summary is 'true', 'false' or 'count'.");
        };
    }

    private static int count(Map<String, List<String>> written) {
        var text = only(written, "_count").orElse(Integer.toString(COUNT));
        if (!text.matches("\\d{1,6}")) {
            throw Problem.notUnderstood(
                    "_count is a whole number from 0 up; more than %d give %d.".formatted(MOST, MOST));
        }
        return Math.min(MOST, Integer.parseInt(text));
    }

    private static Optional<String> only(Map<String, List<String>> written, String name) {
        var values = written.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.notUnderstood("Give %s once, not %d times.".formatted(name, values.size()));
        }
        return values.stream().findFirst();
    }

    /// Whether only the number of resources is asked for.
    boolean countOnly() {
        return summary == Summary.COUNT || count == 0;
    }

    /// The one value of a parameter.
    Optional<String> one(String name) {
        return only(parameters, name);
    }

    /// The values that a parameter lets in, `a,b` and `name=a` alike; empty where it is not given.
    Optional<List<String>> values(String name) {
        return one(name).map(text -> {
            if (text.isBlank() || text.length() > LONGEST) {
                throw Problem.notUnderstood("%s needs a value, or fewer of them.".formatted(name));
            }
            var values = new ArrayList<String>();
            for (var value : text.split(",", -1)) {
                values.add(value.strip());
            }
            return List.copyOf(values);
        });
    }

    /// The same with other parameters.
    Asked with(Map<String, List<String>> others) {
        return new Asked(base, type, others, form, pretty, summary, count, position);
    }

    /// The address of this question.
    String self() {
        var query = parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> one.getKey() + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return base + "/" + type + "?" + query + (query.isEmpty() ? "" : "&") + "_count=" + count;
    }

    /// The address of another page of it.
    String page(String token) {
        return base + "/" + type + "?_page=" + token + (form == Form.XML ? "&_format=xml" : "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
