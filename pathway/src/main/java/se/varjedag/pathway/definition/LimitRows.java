package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads the table of lead times of one definition.
final class LimitRows {
    static final String ALL = "all";
    private static final List<String> KEYS = List.of(
            "treatment",
            "words",
            "track",
            "days",
            "kind",
            "valid-from",
            "valid-to",
            "from",
            "to",
            "note",
            "source",
            "confidence",
            "assumed");
    private static final Words FROM =
            new Words("beslut välgrundad misstanke", "decision that the suspicion is well founded");
    private static final Words TO = new Words("start av första behandling", "start of first treatment");

    private final Fields definition;
    private final Tracks tracks;
    private final EndRules ends;
    private final String source;
    private final Confidence confidence;
    private final IdentityHashMap<LimitRow, Fields> places = new IdentityHashMap<>();

    LimitRows(Fields definition, Tracks tracks, EndRules ends, String source, Confidence confidence) {
        this.definition = definition;
        this.tracks = tracks;
        this.ends = ends;
        this.source = source;
        this.confidence = confidence;
    }

    /// The rows of the file and those of the definition it builds upon.
    List<LimitRow> read(List<LimitRow> base) {
        var added = new ArrayList<LimitRow>();
        for (var node : definition.list("limits")) {
            var fields = definition.block(node, "limits", KEYS);
            if (fields != null) {
                var row = row(fields);
                places.put(row, fields);
                added.add(row);
            }
        }
        var rows = new ArrayList<>(makeRoom(base, added));
        rows.addAll(added);
        explainOverlaps(rows);
        return rows;
    }

    private LimitRow row(Fields fields) {
        var kind = fields.word("kind", LimitRow.Kind.values(), LimitRow.Kind.LIMIT);
        var kinds = kinds(fields, kind);
        var days = fields.days("days");
        var assumed = fields.flag("assumed");
        if (assumed && days.isEmpty()) {
            fields.mistake(
                    "assumed",
                    new Words(
                            "En antagen gräns säger hur många dagar som antas. Skriv till exempel 'days: 28'",
                            "An assumed limit says how many days are assumed. Write for example 'days: 28'"));
        }
        var from = Period.from(fields);
        return new LimitRow(
                kinds,
                track(fields),
                days,
                from,
                Period.to(fields, from),
                kind,
                fields.words("words").orElseGet(() -> named(kinds)),
                fields.words("from").orElse(FROM),
                fields.words("to").orElse(TO),
                fields.words("note"),
                fields.text("source").orElse(source),
                fields.word("confidence", Confidence.values(), assumed ? Confidence.MISSING : confidence),
                assumed);
    }

    private Set<TreatmentKind> kinds(Fields fields, LimitRow.Kind rowKind) {
        var kinds = EnumSet.noneOf(TreatmentKind.class);
        if (!fields.has("treatment")) {
            fields.text("treatment", "surgery");
            return kinds;
        }
        if (fields.at("treatment") instanceof ScalarNode one && one.getValue().equals(ALL)) {
            for (var kind : TreatmentKind.values()) {
                if (ends.admits(kind)) {
                    kinds.add(kind);
                }
            }
            return kinds;
        }
        if (rowKind == LimitRow.Kind.LIMIT && fields.list("treatment").isEmpty()) {
            fields.mistake(
                    "treatment",
                    new Words(
                            "En gräns gäller för någon behandling. Ange en, eller 'all'",
                            "A limit holds for some treatment. Name one, or 'all'"));
        }
        for (var node : fields.list("treatment")) {
            fields.word(node, Words.same("treatment"), TreatmentKind.values())
                    .ifPresent(kind -> addKind(fields, node, kind, rowKind, kinds));
        }
        return kinds;
    }

    private void addKind(
            Fields fields, Node node, TreatmentKind kind, LimitRow.Kind rowKind, Set<TreatmentKind> kinds) {
        if (!kinds.add(kind)) {
            fields.mistake(
                    node,
                    new Words(
                            "'" + kind.key() + "' står två gånger i en rad. Behåll den ena",
                            "'" + kind.key() + "' is named twice in one row. Keep one of them"));
        } else if (rowKind == LimitRow.Kind.LIMIT && !ends.admits(kind)) {
            fields.mistake(
                    node,
                    new Words(
                            "En gräns för '" + kind.key()
                                    + "' används aldrig: inget avslut av den sorten når måttet här. "
                                    + "Ändra 'ends', eller ta bort gränsen",
                            "A limit for '" + kind.key() + "' is never used: no end of that kind reaches the measure "
                                    + "here. Change 'ends', or take the limit away"));
        }
    }

    private Optional<String> track(Fields fields) {
        var track = fields.text("track");
        if (track.isPresent() && !tracks.english().containsKey(track.get())) {
            fields.mistake(
                    "track",
                    RuleBlocks.unknownTrack(track.get())
                            .then(
                                    tracks.english().isEmpty()
                                            ? new Words(
                                                    "Lista spåren under 'tracks: names:'",
                                                    "List the tracks under 'tracks: names:'")
                                            : Spelling.hint(
                                                    track.get(),
                                                    tracks.english().keySet())));
        }
        return track;
    }

    private static Words named(Set<TreatmentKind> kinds) {
        return new Words(named(kinds, Language.SV), named(kinds, Language.EN));
    }

    private static String named(Set<TreatmentKind> kinds, Language language) {
        return String.join(", ", kinds.stream().map(kind -> kind.word(language)).toList());
    }

    /// The rows built upon, without the unknown limits that an added row now states.
    private static List<LimitRow> makeRoom(List<LimitRow> base, List<LimitRow> added) {
        var kept = new ArrayList<LimitRow>();
        for (var row : base) {
            if (!row.isLimit() || row.days().isPresent()) {
                kept.add(row);
                continue;
            }
            var left = EnumSet.noneOf(TreatmentKind.class);
            for (var kind : row.kinds()) {
                if (added.stream().noneMatch(other -> states(other, kind, row))) {
                    left.add(kind);
                }
            }
            if (!left.isEmpty()) {
                kept.add(withKinds(row, left));
            }
        }
        return kept;
    }

    private static boolean states(LimitRow other, TreatmentKind kind, LimitRow unknown) {
        return other.isLimit()
                && other.kinds().contains(kind)
                && (other.track().isEmpty() || other.track().equals(unknown.track()))
                && !other.validFrom().isAfter(unknown.validFrom())
                && !Period.last(other.validTo()).isBefore(Period.last(unknown.validTo()));
    }

    private static LimitRow withKinds(LimitRow row, Set<TreatmentKind> kinds) {
        return new LimitRow(
                kinds,
                row.track(),
                OptionalInt.empty(),
                row.validFrom(),
                row.validTo(),
                row.kind(),
                row.treatment(),
                row.from(),
                row.to(),
                row.note(),
                row.source(),
                row.confidence(),
                row.assumed());
    }

    private void explainOverlaps(List<LimitRow> rows) {
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                explainOverlap(rows.get(earlier), rows.get(later), places.get(rows.get(later)));
            }
        }
    }

    private static void explainOverlap(LimitRow earlier, LimitRow later, @Nullable Fields at) {
        if (at == null || !earlier.isLimit() || !later.isLimit()) {
            return;
        }
        var both = EnumSet.noneOf(TreatmentKind.class);
        both.addAll(later.kinds());
        both.retainAll(earlier.kinds());
        var oneTrack = earlier.track().isEmpty()
                || later.track().isEmpty()
                || earlier.track().equals(later.track());
        var oneTime = !later.validFrom().isAfter(Period.last(earlier.validTo()))
                && !earlier.validFrom().isAfter(Period.last(later.validTo()));
        if (!both.isEmpty() && oneTrack && oneTime) {
            LocalDate from = later.validFrom().isAfter(earlier.validFrom()) ? later.validFrom() : earlier.validFrom();
            at.mistake(
                    "valid-from",
                    new Words(
                            "Två gränser gäller samtidigt från " + from + " för " + named(both, Language.SV)
                                    + ". Avsluta den tidigare med 'valid-to', eller skilj dem åt med 'track' eller "
                                    + "'treatment'",
                            "Two limits hold at once from " + from + " for " + named(both, Language.EN)
                                    + ". End the earlier with 'valid-to', or tell them apart by 'track' or "
                                    + "'treatment'"));
        }
    }
}
