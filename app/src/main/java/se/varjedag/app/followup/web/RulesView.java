package se.varjedag.app.followup.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Confidence;
import se.varjedag.pathway.definition.LimitRow;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;

/// What holds: where the clock begins and ends, version, source, and how sure it is. Doubt is said openly.
///
/// @param confidence how well the limits are known, as a word
/// @param sure       whether that word is good news
/// @param doubt      what to check before a decision; empty when nothing
/// @param history    the rows of the limits, those that are no limits too
public record RulesView(
        List<Fact> facts,
        List<Link> sources,
        String confidence,
        boolean sure,
        List<String> doubt,
        List<String> notes,
        List<HistoryRow> history,
        List<CodeRow> codes) {

    /// What the simulation gives as its source, in the words of its definitions.
    private static final String ASSUMED = "antagen för simuleringen";

    public RulesView {
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
        doubt = List.copyOf(doubt);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
        codes = List.copyOf(codes);
    }

    /// One fact and its name.
    public record Fact(String name, String text) {}

    /// One source.
    ///
    /// @param address null where the source is words, not an address
    public record Link(String text, @Nullable String address) {}

    /// One row of the table of lead times.
    public record HistoryRow(
            String treatment,
            String track,
            String days,
            String validFrom,
            String validTo,
            String kind,
            boolean assumed,
            String note) {}

    /// One code.
    public record CodeRow(String code, String meaning, String does) {}

    static RulesView of(PathwayDefinition definition, Texts texts, LocalDate day) {
        var doubt = new ArrayList<String>();
        if (definition.codes().prefix().isEmpty()) {
            doubt.add(texts.text("rules.noprefix"));
        }
        if (definition.codes().assumed()) {
            doubt.add(texts.text("rules.assumedcode"));
        }
        if (definition.confidence() == Confidence.MISSING) {
            doubt.add(texts.text("rules.nolimits"));
        }
        var status = definition.tableStatus().in(texts.language());
        if (!status.isBlank()) {
            doubt.add(StepNames.first(status) + ".");
        }
        return new RulesView(
                facts(definition, texts, day),
                sources(definition, texts),
                texts.text("confidence." + definition.confidence().key()),
                definition.confidence() == Confidence.VERIFIED,
                doubt,
                definition.notes().stream()
                        .map(note -> note.in(texts.language()))
                        .toList(),
                definition.limits().stream()
                        .sorted(Comparator.comparing(LimitRow::validFrom).reversed())
                        .map(row -> history(row, texts))
                        .toList(),
                codes(definition, texts, day));
    }

    private static List<Fact> facts(PathwayDefinition definition, Texts texts, LocalDate day) {
        var facts = new ArrayList<Fact>();
        var prefix = definition.prefix().orElse("");
        var own = definition.codes().own();
        var start = prefix.isEmpty() || !own.isEmpty()
                ? texts.text("rules.start")
                : texts.text("rules.start.code", prefix + "10");
        facts.add(new Fact(texts.text("rules.startname"), start));
        facts.add(new Fact(texts.text("rules.endname"), end(definition, texts, day)));
        if (!definition.icd10().isEmpty()) {
            facts.add(new Fact(texts.text("rules.icd"), String.join(", ", definition.icd10())));
        }
        definition
                .extendedTrack()
                .ifPresent(track -> facts.add(new Fact(
                        texts.text("rules.track"),
                        definition
                                .extendedMarker()
                                .map(marker -> texts.text("rules.track.marker", track, marker))
                                .orElseGet(() -> texts.text("rules.track.nomarker", track)))));
        if (definition.ends().shorterAtPathology() > 0) {
            facts.add(new Fact(
                    texts.text("rules.pathology"),
                    texts.text("rules.pathology.text", definition.ends().shorterAtPathology())));
        }
        facts.add(new Fact(texts.text("rules.version"), definition.version().in(texts.language())));
        definition
                .introduced()
                .ifPresent(year -> facts.add(new Fact(texts.text("rules.introduced"), String.valueOf(year))));
        return facts;
    }

    private static String end(PathwayDefinition definition, Texts texts, LocalDate day) {
        var ends = new ArrayList<String>();
        ends.add(texts.text(definition.forbids(50) ? "rules.end.conversation" : "rules.end"));
        if (definition.reaches(73, day)) {
            ends.add(texts.text("rules.end.73"));
        }
        var later = new TreeSet<String>();
        for (var row : definition.limits()) {
            if (row.isLimit()
                    && row.validOn(day)
                    && (row.kinds().contains(TreatmentKind.PALLIATIVE)
                            || row.kinds().contains(TreatmentKind.EXPECTANCY))
                    && row.to().sv().contains("beslut")) {
                later.add(texts.text("rules.end.decision"));
            }
        }
        ends.addAll(later);
        return String.join(" ", ends);
    }

    private static List<Link> sources(PathwayDefinition definition, Texts texts) {
        var links = new LinkedHashMap<String, Link>();
        for (var address : definition.source()) {
            links.putIfAbsent(address, new Link(named(address, texts), address.startsWith("http") ? address : null));
        }
        return List.copyOf(links.values());
    }

    /// The host and the last word of the path: several pages of one host are several sources.
    private static String named(String address, Texts texts) {
        if (address.equals(ASSUMED)) {
            return texts.text("rules.source.assumed");
        }
        try {
            var uri = URI.create(address);
            if (uri.getHost() == null) {
                return address;
            }
            var path = uri.getPath().replaceFirst("/+$", "");
            var last = path.substring(path.lastIndexOf('/') + 1);
            return uri.getHost().replaceFirst("^www\\.", "") + (last.isEmpty() ? "" : ": " + last);
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private static HistoryRow history(LimitRow row, Texts texts) {
        var formats = texts.formats();
        return new HistoryRow(
                StepNames.first(row.treatment().in(texts.language())),
                row.track().orElse(Formats.NONE),
                row.days().isPresent() ? formats.whole(row.days().getAsInt()) : texts.text("unknown.limit"),
                formats.date(row.validFrom()),
                row.validTo().map(formats::date).orElse(Formats.NONE),
                texts.text("limitkind." + row.kind().key()),
                row.assumed(),
                row.note().map(note -> note.in(texts.language())).orElse(""));
    }

    private static List<CodeRow> codes(PathwayDefinition definition, Texts texts, LocalDate day) {
        var rows = new ArrayList<CodeRow>();
        var codes = definition.codes();
        if (!codes.own().isEmpty()) {
            codes.own().forEach((code, suffix) -> rows.add(row(code, suffix, definition, texts, day)));
            return rows;
        }
        var prefix = definition.prefix().orElse("");
        if (prefix.isEmpty()) {
            return rows;
        }
        for (int suffix : List.of(5, 10, 22, 25, 35, 40, 44, 50, 52, 54, 58, 59, 60, 70, 72, 73, 74, 76, 78, 90, 91)) {
            if (!definition.forbids(suffix)) {
                rows.add(row(prefix + (suffix < 10 ? "0" : "") + suffix, suffix, definition, texts, day));
            }
        }
        return rows;
    }

    private static CodeRow row(String code, int suffix, PathwayDefinition definition, Texts texts, LocalDate day) {
        return new CodeRow(code, meaning(suffix, texts), does(suffix, definition.reaches(suffix, day), texts));
    }

    private static String meaning(int suffix, Texts texts) {
        var key = "suffix." + suffix;
        return texts.has(key) ? texts.text(key) : texts.text("suffix.marker");
    }

    private static String does(int suffix, boolean reaches, Texts texts) {
        var key = switch (suffix) {
            case 5, 22, 25, 35, 40, 44 -> "point";
            case 10 -> "start";
            case 90, 91 -> "transfer";
            case 70 -> "notcounted";
            case 50, 52, 54, 58, 59, 60 -> "treated";
            case -1 -> "marker";
            default -> reaches ? "reaches" : "end";
        };
        return texts.text("does." + key);
    }
}
