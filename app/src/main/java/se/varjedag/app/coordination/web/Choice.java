package se.varjedag.app.coordination.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Line.Group;
import se.varjedag.app.coordination.Task;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Which lines of the worklist are asked for.
///
/// @param pathway id of a definition; empty for all
/// @param step key of the point that is the next step; empty for all
/// @param owner unit that the next step waits for; empty for all
/// @param state one of [State]; [State#ALL] for all
/// @param mine only those for whom who asks is named, or stands in today
/// @param page from 1
public record Choice(String pathway, String step, String owner, State state, boolean mine, int page) {
    private static final int NEAR = 7;

    /// What lines have in common.
    enum State {
        ALL("alla"),
        NOW("nu"),
        OVER("over"),
        NEAR("nara"),
        NO_REASON("orsak"),
        NO_NURSE("utan-kontakt"),
        SENT("skickade"),
        SILENT("tyst");

        private final String key;

        State(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        boolean holds(Line line) {
            return switch (this) {
                case ALL -> true;
                case NOW -> line.group() == Group.NOW;
                case OVER -> line.group() == Group.OVER;
                case NEAR ->
                    line.clock().left().isPresent()
                            && line.clock().left().getAsInt() >= 0
                            && line.clock().left().getAsInt() <= Choice.NEAR;
                case NO_REASON -> line.reasonMissing();
                case NO_NURSE -> line.holder(Task.CONTACT_NURSE).isEmpty();
                case SENT -> line.handover().isPresent();
                case SILENT -> line.group() == Group.SILENT;
            };
        }
    }

    static Choice of(Map<String, String> asked) {
        var state = Arrays.stream(State.values())
                .filter(one -> one.key().equals(asked.get("lage")))
                .findFirst()
                .orElse(State.ALL);
        return new Choice(
                asked.getOrDefault("vardforlopp", ""),
                MeasuringPoint.ofKey(asked.getOrDefault("steg", ""))
                        .map(MeasuringPoint::key)
                        .orElse(""),
                asked.getOrDefault("ansvarig", ""),
                state,
                "ja".equals(asked.get("mina")),
                page(asked.getOrDefault("sida", "1")));
    }

    private static int page(String written) {
        try {
            return Math.clamp(Long.parseLong(written), 1, 100_000);
        } catch (NumberFormatException _) {
            return 1;
        }
    }

    /// The lines asked for, whatever their state.
    Predicate<Line> besideState(Predicate<Line> hers) {
        return line -> (pathway.isEmpty() || line.definition().id().equals(pathway))
                && (step.isEmpty()
                        || line.next()
                                .filter(next -> next.point().key().equals(step))
                                .isPresent())
                && (owner.isEmpty() || line.owner().equals(owner))
                && (!mine || hers.test(line));
    }

    /// The same with another state, on the first page.
    Choice in(State other) {
        return new Choice(pathway, step, owner, other, mine, 1);
    }

    /// The same for me or for all, on the first page.
    Choice ofMine(boolean only) {
        return new Choice(pathway, step, owner, state, only, 1);
    }

    /// The same on another page.
    Choice on(int other) {
        return new Choice(pathway, step, owner, state, mine, other);
    }

    /// Whether anything but the state is narrowed.
    boolean narrowed() {
        return !pathway.isEmpty() || !step.isEmpty() || !owner.isEmpty();
    }

    /// The end of an address, without its question mark; what is not chosen is left out.
    String query() {
        return Stream.of(
                        part("vardforlopp", pathway),
                        part("steg", step),
                        part("ansvarig", owner),
                        part("lage", state == State.ALL ? "" : state.key()),
                        part("mina", mine ? "ja" : ""),
                        part("sida", page == 1 ? "" : String.valueOf(page)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> part(String name, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /// The address of the list with this choice.
    String path() {
        var query = query();
        return WorklistController.PATH + (query.isEmpty() ? "" : "?" + query);
    }
}
