package se.varjedag.app.strategy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Plan;

/// Which plan is looked at, and which of its activities, as the link says.
///
/// @param given what was chosen, by name; nothing empty
record PlanChoice(Optional<Plan> plan, Map<String, String> given) {
    static final String PLAN = "plan";
    static final String PROMISE = "lofte";
    static final String AREA = "omrade";
    static final String REGION = "region";
    static final String OWNER = "ansvarig";
    static final String STATUS = "status";
    static final String SORT = "ordning";

    private static final List<String> NAMES = List.of(PLAN, PROMISE, AREA, REGION, OWNER, STATUS, SORT);

    PlanChoice {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    static PlanChoice of(Map<String, String> parameters, Optional<Plan> plan) {
        var given = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> {
            var value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        });
        return new PlanChoice(plan, given);
    }

    String value(String name) {
        return given.getOrDefault(name, "");
    }

    /// Whether some activities are left out.
    boolean narrowed() {
        return given.keySet().stream().anyMatch(name -> !name.equals(PLAN) && !name.equals(SORT));
    }

    /// Whether an activity is one of those chosen.
    boolean takes(Activity one, LocalDate today) {
        var content = one.content();
        return is(PROMISE, content.promise().map(Object::toString).orElse("-"))
                && is(AREA, content.development().map(Object::toString).orElse("-"))
                && (value(REGION).isEmpty() || content.regions().contains(value(REGION)))
                && is(OWNER, content.owner().isEmpty() ? "-" : content.owner())
                && is(STATUS, one.on(today).key());
    }

    private boolean is(String name, String value) {
        var wanted = value(name);
        return wanted.isEmpty() || wanted.equals(value);
    }

    /// The end of an address with this choice.
    String query() {
        return query(given);
    }

    /// The same with one more, or without it where the value is empty.
    String with(String name, String value) {
        var more = new LinkedHashMap<>(given);
        more.put(name, value);
        return query(more);
    }

    private static String query(Map<String, String> given) {
        var text = new StringBuilder();
        given.forEach((name, value) -> {
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }
}
