package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the rules of one definition that differ from the national model: tracks, ends and ages.
final class RuleBlocks {
    private static final String ALWAYS = "always";
    private static final List<Integer> MAY_REACH = List.of(72, 73, 78);

    private RuleBlocks() {}

    static Tracks tracks(Fields definition, CodeScheme codes) {
        var own = ownMarker(codes);
        var fields = definition.block("tracks", List.of("names", "standard", "extended", "marker", "assumed"));
        if (fields == null) {
            if (own.isPresent()) {
                definition.mistake(
                        "codes",
                        new Words(
                                "'" + own.get()
                                        + "' märker ett utökat spår, men det finns inget. Skriv 'tracks:' med "
                                        + "'extended: …'",
                                "'" + own.get()
                                        + "' marks an extended track, but there is none. Write 'tracks:' with "
                                        + "'extended: …'"));
            }
            return Tracks.NONE;
        }
        var names = names(fields);
        var standard = track(fields, "standard", names);
        var extended = track(fields, "extended", names);
        var marker = fields.has("marker") ? fields.text("marker") : own;
        if (marker.isPresent()) {
            if (extended.isEmpty()) {
                fields.mistake(
                        "marker",
                        new Words(
                                "En märkning behöver spåret som den märker. Skriv 'extended: …' bredvid",
                                "A marker needs the track that it marks. Write 'extended: …' beside it"));
            }
            if ((own.isPresent() && !own.equals(marker))
                    || (!codes.own().containsKey(marker.get()) && !codes.claimsByPrefix(marker.get()))) {
                fields.mistake(
                        "marker",
                        new Words(
                                "'" + marker.get()
                                        + "' är ingen kod i den här definitionen som kan märka det utökade spåret",
                                "'" + marker.get()
                                        + "' is no code of this definition that could mark the extended track"));
            }
        }
        return new Tracks(standard, extended, marker, fields.flag("assumed"), names);
    }

    /// The definition's own code that only marks the extended track.
    private static Optional<String> ownMarker(CodeScheme codes) {
        for (var code : codes.own().entrySet()) {
            if (code.getValue() == -1) {
                return Optional.of(code.getKey());
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> names(Fields fields) {
        var names = new LinkedHashMap<String, String>();
        var block = fields.block("names", List.of());
        if (block == null) {
            fields.text("names", "{basutredning: basic investigation}");
            return names;
        }
        for (var track : block.keys()) {
            names.put(track, block.text(track, "basic investigation"));
        }
        return names;
    }

    private static Optional<String> track(Fields fields, String key, Map<String, String> names) {
        var track = fields.text(key);
        if (track.isPresent() && !names.containsKey(track.get())) {
            fields.mistake(key, unknownTrack(track.get()).then(Spelling.hint(track.get(), names.keySet())));
        }
        return track;
    }

    static Words unknownTrack(String track) {
        return new Words("Okänt spår '" + track + "'.", "Unknown track '" + track + "'.");
    }

    static EndRules ends(Fields definition) {
        var fields = definition.block("ends", List.of("forbidden", "reaching", "shorter-at-pathology"));
        if (fields == null) {
            return EndRules.NATIONAL;
        }
        var forbidden = forbidden(fields);
        return new EndRules(
                forbidden,
                reaching(fields, forbidden),
                fields.number("shorter-at-pathology", 365, new Words("dagar, till exempel 21", "days, for example 21"))
                        .orElse(0));
    }

    private static Set<Integer> forbidden(Fields fields) {
        var forbidden = new TreeSet<Integer>();
        for (var node : fields.list("forbidden")) {
            if (node instanceof ScalarNode scalar
                    && scalar.getValue().matches("[5-7][0-9]")
                    && Action.ofSuffix(Integer.parseInt(scalar.getValue())) == Action.END) {
                forbidden.add(Integer.parseInt(scalar.getValue()));
            } else {
                fields.mistake(
                        node,
                        new Words(
                                "Ett avslut är ett av 50, 52, 54, 56, 58, 59, 60, 65, 70, 72, 73, 74, 76, 78",
                                "An end is one of 50, 52, 54, 56, 58, 59, 60, 65, 70, 72, 73, 74, 76, 78"));
            }
        }
        return forbidden;
    }

    private static Map<Integer, LocalDate> reaching(Fields fields, Set<Integer> forbidden) {
        var reaching = new TreeMap<Integer, LocalDate>();
        var block = fields.block("reaching", List.of());
        if (block == null) {
            return reaching;
        }
        for (var key : block.keys()) {
            if (!key.matches("[0-9]{2}") || !MAY_REACH.contains(Integer.parseInt(key))) {
                block.mistake(
                        key,
                        new Words(
                                "Bara 72, 73 och 78 kan fås att nå måttet; behandlingsstarterna gör det alltid",
                                "Only 72, 73 and 78 can be made to reach the measure; the treatment starts always do"));
                continue;
            }
            int suffix = Integer.parseInt(key);
            if (forbidden.contains(suffix)) {
                block.mistake(
                        key,
                        new Words(
                                "Ett avslut kan inte vara både 'forbidden' och 'reaching'. Behåll det ena",
                                "An end cannot be both forbidden and reaching. Keep one of them"));
            }
            var since = block.text(key, ALWAYS).equals(ALWAYS)
                    ? Optional.of(LocalDate.MIN)
                    : block.date(
                            block.at(key),
                            new Words(
                                    "'" + key + "' (eller ordet " + ALWAYS + ")",
                                    "'" + key + "' (or the word " + ALWAYS + ")"));
            since.ifPresent(day -> reaching.put(suffix, day));
        }
        return reaching;
    }

    static AgeRule age(Fields definition) {
        if (definition.at("minimum-age") instanceof ScalarNode) {
            return new AgeRule(List.of(new AgeRule.Since(LocalDate.MIN, years(definition, "minimum-age"))));
        }
        var since = new ArrayList<AgeRule.Since>();
        for (var node : definition.list("minimum-age")) {
            var fields = definition.block(node, "minimum-age", List.of("from", "years"));
            if (fields != null) {
                since.add(new AgeRule.Since(fields.date("from", LocalDate.MIN), years(fields, "years")));
            }
        }
        for (int i = 1; i < since.size(); i++) {
            if (!since.get(i).from().isAfter(since.get(i - 1).from())) {
                definition.mistake(
                        "minimum-age",
                        new Words(
                                "Åldrarna listas efter datum, äldst först",
                                "The ages are listed by date, the oldest first"));
            }
        }
        return new AgeRule(List.copyOf(since));
    }

    private static int years(Fields fields, String key) {
        if (!fields.has(key)) {
            fields.text(key, "18");
        }
        return fields.number(key, 150, new Words("år, till exempel 18", "years, for example 18"))
                .orElse(18);
    }
}
