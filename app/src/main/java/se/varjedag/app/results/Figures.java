package se.varjedag.app.results;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Counted;
import se.varjedag.app.indicators.Indicator;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.indicators.Outcomes;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content.Difference;
import se.varjedag.app.results.Content.Included;
import se.varjedag.app.results.Content.Indicated;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Earlier.Last;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Share;

/// Computes the content of an issue: from the log as it was after the issue's change, of what was known at its moment.
@Component
public class Figures {
    private static final int KEPT = 20;
    private static final int FOUR_WEEKS = 28;
    private static final String WITHIN = "within-limit";
    private static final String WEEKS = "within-four-weeks";
    private static final String INCLUSION = "inclusion";
    private static final List<String> AGAIN = List.of(WITHIN, WEEKS, INCLUSION);

    private final FollowUp followUp;
    private final Timeline timeline;
    private final Catalogue catalogue;
    private final Outcomes outcomes;
    private final Earlier earlier;
    private final Map<Asked, Content> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Content> eldest) {
            return size() > KEPT;
        }
    };

    /// What a draft's figures follow from while the program runs.
    ///
    /// @param now    the log's change: what is disposed of is gone from figures that were kept too
    /// @param before the seal of the issue of the period before; empty where there is none
    private record Asked(long issue, Instant knownAt, Instant now, String fingerprint, String before) {}

    Figures(FollowUp followUp, Timeline timeline, Catalogue catalogue, Outcomes outcomes, Earlier earlier) {
        this.followUp = followUp;
        this.timeline = timeline;
        this.catalogue = catalogue;
        this.outcomes = outcomes;
        this.earlier = earlier;
    }

    /// The figures as known at the issue's moment.
    public Content asKnownThen(Issue issue) {
        var last = earlier.of(issue);
        var asked = new Asked(
                issue.id(),
                issue.knownAt(),
                timeline.snapshot().knownAt(),
                fingerprint(),
                last.map(Last::sha256).orElse(""));
        synchronized (kept) {
            var known = kept.get(asked);
            if (known != null) {
                return known;
            }
        }
        var content = content(issue, timeline.facts(issue.change(), issue.knownAt()), last);
        synchronized (kept) {
            kept.put(asked, content);
        }
        return content;
    }

    /// The figures as known now, of those who wait on the same day.
    Content asKnownNow(Issue issue, LocalDate countedTo) {
        return content(issue, timeline.facts(Optional.of(countedTo), Optional.empty()), earlier.of(issue));
    }

    /// What names the definitions and the expected cases that figures are computed by.
    String fingerprint() {
        var current = followUp.current();
        var cases = current.expected()
                .map(expected -> expected.rows().stream()
                        .map(row -> row.svf() + " " + row.homeRegion() + " " + row.year() + " "
                                + Canonical.number(row.cases()))
                        .sorted()
                        .toList())
                .orElse(List.of());
        return Seal.of(current.definitions().hash(), String.join("\n", cases));
    }

    /// The indicators that cannot be asked as known at a moment, as they come out now.
    List<Indicated> others(String healthcareRegion, Span span) {
        var wanted = catalogue.all().stream()
                .filter(one -> one.measure().filter(AGAIN::contains).isEmpty())
                .toList();
        var counted = new HashMap<>(outcomes.of(wanted, Place.REGION, span));
        var rest = wanted.stream().filter(one -> !counted.containsKey(one.id())).toList();
        counted.putAll(outcomes.of(rest, Place.RESIDENCE, span));
        var codes = codes(healthcareRegion);
        return wanted.stream()
                .map(Indicator::id)
                .filter(counted::containsKey)
                .sorted()
                .map(id -> {
                    var sum = counted.getOrDefault(id, List.of()).stream()
                            .filter(one -> codes.contains(one.place()))
                            .reduce(new Counted("", new Share(0, 0), 0), Counted::plus);
                    return new Indicated(id, sum.share(), sum.unknown(), false);
                })
                .toList();
    }

    private static List<String> codes(String healthcareRegion) {
        return Regions.all().stream()
                .filter(one -> one.healthcareRegion().equals(healthcareRegion))
                .map(Region::code)
                .toList();
    }

    private Content content(Issue issue, Facts facts, Optional<Last> last) {
        var groups = treated(issue.healthcareRegion(), facts, issue.span());
        var now = counts(groups);
        var before = last.map(one -> told(one.content()))
                .orElseGet(() -> counts(treated(issue.healthcareRegion(), facts, issue.before())));
        var keys = new TreeSet<>(Comparator.comparing(Key::svf).thenComparing(Key::place));
        keys.addAll(now.keySet());
        keys.addAll(before.keySet());
        keys.add(new Key("", Content.WHOLE));
        var lines = new ArrayList<Line>();
        for (var key : keys) {
            var one = now.getOrDefault(key, Counts.NONE);
            var other = before.getOrDefault(key, Counts.NONE);
            lines.add(new Line(key.svf(), key.place(), one, other, Difference.of(one.inTime(), other.inTime())));
        }
        var included = included(issue, facts);
        var indicators = new ArrayList<>(again(Optional.ofNullable(groups.get(new Key("", Content.WHOLE))), included));
        indicators.addAll(ContentJson.readIndicators(issue.others()));
        indicators.sort(Comparator.comparing(Indicated::id));
        return new Content(
                LocalDate.ofEpochDay(facts.traced().asOf()),
                last.map(one -> OptionalInt.of(one.number())).orElse(OptionalInt.empty()),
                lines,
                included,
                indicators);
    }

    private static Map<Key, Counts> counts(Map<Key, Group> groups) {
        var all = new HashMap<Key, Counts>();
        groups.forEach((key, group) -> all.put(key, Counts.of(group)));
        return all;
    }

    private static Map<Key, Counts> told(Content content) {
        return content.figures().stream()
                .filter(line -> !line.now().equals(Counts.NONE))
                .collect(Collectors.toMap(line -> new Key(line.svf(), line.place()), Line::now));
    }

    private record Key(String svf, String place) {}

    private Map<Key, Group> treated(String healthcareRegion, Facts facts, Span span) {
        var question = Question.leadTime()
                .period(span.from(), span.to())
                .by(GroupKey.SVF, GroupKey.REGION, GroupKey.UNIT)
                .only(GroupKey.REGION, codes(healthcareRegion))
                .build();
        return together(Answers.answer(facts, question, Optional.empty()).groups(), (group, places) -> {
            var region = group.key().get(1);
            places.accept(Content.REGION + region, group);
            places.accept(Content.UNIT + region + "-" + group.key().get(2), group);
        });
    }

    /// Each group at each of its places, for its diagnosis and for all together.
    private static Map<Key, Group> together(List<Group> groups, BiConsumer<Group, BiConsumer<String, Group>> placing) {
        Map<Key, Group> all = new HashMap<>();
        for (var group : groups) {
            BiConsumer<String, Group> add =
                    (place, one) -> Stream.of("", one.key().getFirst())
                            .distinct()
                            .forEach(svf -> all.merge(new Key(svf, place), one, (a, b) -> a.plus(b, a.key())));
            add.accept(Content.WHOLE, group);
            placing.accept(group, add);
        }
        return all;
    }

    /// By diagnosis, and all together: that is a question of its own, for of some diagnoses no cases are expected.
    private List<Included> included(Issue issue, Facts facts) {
        var all = new TreeMap<String, Included>();
        for (var keys : List.of(List.of(GroupKey.SVF, GroupKey.HOME_REGION), List.of(GroupKey.HOME_REGION))) {
            var question = Question.leadTime()
                    .period(issue.span().from(), issue.span().to())
                    .by(keys)
                    .only(GroupKey.HOME_REGION, codes(issue.healthcareRegion()))
                    .build();
            var answer = Answers.answer(facts, question, followUp.current().expected());
            var places = new HashMap<Key, Group>();
            for (var group : answer.groups()) {
                var svf = keys.contains(GroupKey.SVF) ? group.key().getFirst() : "";
                for (var place :
                        List.of(Content.WHOLE, Content.REGION + group.key().getLast())) {
                    places.merge(new Key(svf, place), group, (one, other) -> one.plus(other, one.key()));
                }
            }
            places.forEach((key, group) -> {
                var one = new Included(key.svf(), key.place(), group.included(), group.cases());
                all.put(one.key(), one);
            });
        }
        return List.copyOf(all.values());
    }

    private List<Indicated> again(Optional<Group> whole, List<Included> included) {
        var all = new ArrayList<Indicated>();
        for (var one : catalogue.all()) {
            var measure = one.measure().orElse("");
            if (measure.equals(WITHIN)) {
                all.add(whole.map(group -> new Indicated(
                                one.id(),
                                new Share(group.within(), group.withLimit()),
                                group.n() - group.withLimit(),
                                true))
                        .orElse(new Indicated(one.id(), new Share(0, 0), 0, true)));
            } else if (measure.equals(WEEKS)) {
                all.add(whole.map(group -> new Indicated(
                                one.id(), new Share(group.histogram().within(FOUR_WEEKS), group.n()), 0, true))
                        .orElse(new Indicated(one.id(), new Share(0, 0), 0, true)));
            } else if (measure.equals(INCLUSION)) {
                included.stream()
                        .filter(sum -> sum.svf().isEmpty()
                                && sum.place().equals(Content.WHOLE)
                                && sum.cases().isPresent())
                        .map(sum -> share(one.id(), sum.included(), sum.cases()))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /// The cases are a forecast, so more than all of them may be included.
    private static Indicated share(String id, long included, OptionalDouble cases) {
        long expected = Math.round(cases.orElse(0));
        return new Indicated(id, new Share(Math.min(included, expected), expected), 0, true);
    }
}
