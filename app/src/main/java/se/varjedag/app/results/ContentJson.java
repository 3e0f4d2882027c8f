package se.varjedag.app.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.results.Content.Difference;
import se.varjedag.app.results.Content.Included;
import se.varjedag.app.results.Content.Indicated;
import se.varjedag.app.results.Content.Line;
import se.varjedag.pathway.statistics.Share;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Content as canonical JSON and back: what was read is written again as the same bytes.
final class ContentJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FORMAT = 1;

    private ContentJson() {}

    /// The content of an issue with what it is about.
    static String write(Issue issue, Content content) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("format", FORMAT);
        all.put("healthcare_region", issue.healthcareRegion());
        all.put("name", issue.name());
        all.put("from", issue.span().from().toString());
        all.put("to", issue.span().to().toString());
        all.put("before_from", issue.before().from().toString());
        all.put("before_to", issue.before().to().toString());
        all.put("known_at", issue.knownAt().toString());
        all.put("change", issue.change());
        all.put("counted_to", content.countedTo().toString());
        all.put("before_issue", content.before().isPresent() ? content.before().getAsInt() : null);
        all.put("figures", content.figures().stream().map(ContentJson::line).toList());
        all.put(
                "inclusion",
                content.included().stream().map(ContentJson::included).toList());
        all.put("indicators", indicators(content.indicators()));
        return Canonical.write(all);
    }

    static List<Map<String, @Nullable Object>> indicators(List<Indicated> indicators) {
        return indicators.stream().map(ContentJson::indicated).toList();
    }

    static Content read(String text) {
        var all = JSON.readTree(text);
        var figures = new ArrayList<Line>();
        all.get("figures").forEach(one -> figures.add(line(one)));
        var included = new ArrayList<Included>();
        all.get("inclusion")
                .forEach(one -> included.add(new Included(
                        one.get("svf").asString(),
                        one.get("place").asString(),
                        one.get("included").asLong(),
                        decimal(one.get("cases")))));
        var before = all.get("before_issue");
        return new Content(
                LocalDate.parse(all.get("counted_to").asString()),
                before.isNull() ? OptionalInt.empty() : OptionalInt.of(before.asInt()),
                figures,
                included,
                indicated(all.get("indicators")));
    }

    /// Indicators that were written alone.
    static List<Indicated> readIndicators(String text) {
        return indicated(JSON.readTree(text));
    }

    private static List<Indicated> indicated(JsonNode list) {
        var all = new ArrayList<Indicated>();
        list.forEach(one -> all.add(new Indicated(
                one.get("id").asString(),
                new Share(one.get("numerator").asLong(), one.get("denominator").asLong()),
                one.get("unknown").asLong(),
                one.get("recomputable").asBoolean())));
        return all;
    }

    private static Map<String, @Nullable Object> indicated(Indicated one) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("id", one.id());
        all.put("numerator", one.share().numerator());
        all.put("denominator", one.share().denominator());
        all.put("unknown", one.unknown());
        all.put("recomputable", one.again());
        return all;
    }

    private static Map<String, @Nullable Object> included(Included one) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("svf", one.svf());
        all.put("place", one.place());
        all.put("included", one.included());
        all.put("cases", value(one.cases()));
        return all;
    }

    private static Map<String, @Nullable Object> line(Line line) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("svf", line.svf());
        all.put("place", line.place());
        all.put("now", counts(line.now()));
        all.put("before", counts(line.before()));
        all.put("difference", line.difference().map(ContentJson::difference).orElse(null));
        return all;
    }

    private static Map<String, Object> difference(Difference one) {
        return Map.of("value", one.value(), "low", one.low(), "high", one.high(), "certain", one.certain());
    }

    /// Every figure by its name, but the days.
    static Map<String, @Nullable Object> figures(Counts counts) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("n", counts.n());
        all.put("with_limit", counts.withLimit());
        all.put("within", counts.within());
        all.put("share", value(counts.share()));
        all.put("share_low", value(counts.low()));
        all.put("share_high", value(counts.high()));
        all.put("median", value(counts.median()));
        all.put("p80", value(counts.p80()));
        all.put("p90", value(counts.p90()));
        all.put("waiting", counts.waiting());
        all.put("waiting_stale", counts.stale());
        all.put("left", counts.left());
        return all;
    }

    private static Map<String, @Nullable Object> counts(Counts counts) {
        var all = figures(counts);
        all.put(
                "days",
                counts.days().entrySet().stream()
                        .map(day -> List.of(day.getKey(), day.getValue()))
                        .toList());
        return all;
    }

    private static Line line(JsonNode node) {
        var difference = node.get("difference");
        return new Line(
                node.get("svf").asString(),
                node.get("place").asString(),
                counts(node.get("now")),
                counts(node.get("before")),
                difference.isNull()
                        ? Optional.empty()
                        : Optional.of(new Difference(
                                difference.get("value").asDouble(),
                                difference.get("low").asDouble(),
                                difference.get("high").asDouble(),
                                difference.get("certain").asBoolean())));
    }

    private static Counts counts(JsonNode node) {
        var days = new TreeMap<Integer, Long>();
        node.get("days").forEach(day -> days.put(day.get(0).asInt(), day.get(1).asLong()));
        return new Counts(
                node.get("n").asLong(),
                node.get("with_limit").asLong(),
                node.get("within").asLong(),
                node.get("waiting").asLong(),
                node.get("waiting_stale").asLong(),
                node.get("left").asLong(),
                decimal(node.get("share")),
                decimal(node.get("share_low")),
                decimal(node.get("share_high")),
                decimal(node.get("median")),
                decimal(node.get("p80")),
                decimal(node.get("p90")),
                days);
    }

    private static OptionalDouble decimal(JsonNode node) {
        return node.isNull() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
    }

    static @Nullable Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
