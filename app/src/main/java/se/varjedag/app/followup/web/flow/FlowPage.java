package se.varjedag.app.followup.web.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.web.Included;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.flow.Runs;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// The ways of the patients of one pathway: the map, the variants, and what deviating from the described way
/// costs. Ways of different pathways do not make one map, so one has to be chosen first.
///
/// @param choice  the pathways to choose from; empty when one is chosen
/// @param figure  the table of the pathways to choose from; null when one is chosen
/// @param ways    the ways of the chosen one; null before
public record FlowPage(
        SelectionForm form,
        List<Choice> choice,
        @Nullable Figure figure,
        @Nullable Ways ways) {

    static final String SHARE = "share";

    /// The shares of what follows what that can be shown, in per cent.
    static final List<Integer> SHARES = List.of(50, 70, 80, 90, 95, 100);

    static final int USUAL_SHARE = 90;

    public FlowPage {
        choice = List.copyOf(choice);
    }

    /// One pathway to choose.
    public record Choice(String name, String path, String treated, String inclusion, String median) {}

    /// What there is to see of one pathway.
    public record Ways(MapView map, VariantsView variants, DeviationsView deviations, boolean empty) {}

    static FlowPage of(Reading reading) {
        var form = SelectionForm.ofFollowUp(reading, List.of());
        var chosen = reading.selection().svf().flatMap(reading.basis().definitions()::byId);
        return chosen.map(definition -> new FlowPage(form, List.of(), null, ways(reading, definition)))
                .orElseGet(() -> choosing(reading, form));
    }

    List<Figure> figures() {
        if (ways != null) {
            return List.of(
                    ways.map().figure(),
                    ways.variants().figure(),
                    ways.deviations().figure());
        }
        return figure == null ? List.of() : List.of(figure);
    }

    private static Ways ways(Reading reading, PathwayDefinition definition) {
        var runs =
                Runs.of(reading.basis().traced(), reading.selection().question().build());
        return new Ways(
                MapView.of(reading, runs, definition, share(reading)),
                VariantsView.of(reading, runs),
                DeviationsView.of(reading, runs, definition),
                runs.cases() == 0);
    }

    private static int share(Reading reading) {
        var text = reading.selection().own(SHARE);
        if (text.isEmpty()) {
            return USUAL_SHARE;
        }
        return SHARES.stream()
                .filter(share -> share.toString().equals(text.get()))
                .findFirst()
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.BAD_REQUEST, "Unclear " + SHARE + ": " + text.get()));
    }

    private static FlowPage choosing(Reading reading, SelectionForm form) {
        var formats = reading.formats();
        Map<String, Group> groups =
                reading
                        .basis()
                        .answer(reading.selection().question().by(GroupKey.SVF).build())
                        .groups()
                        .stream()
                        .collect(Collectors.toMap(group -> group.key().getFirst(), group -> group));
        var inclusion = Included.by(reading, GroupKey.SVF);
        var choice = new ArrayList<Choice>();
        var rows = new ArrayList<List<Cell>>();
        for (var definition : SelectionForm.sorted(reading.basis().definitions().all(), reading.texts())) {
            var group = Optional.ofNullable(groups.get(definition.id()));
            var name = definition.name(reading.texts().language());
            long treated = group.map(Group::n).orElse(0L);
            var median = Cell.of(group.map(Group::median).orElse(OptionalDouble.empty()), 0);
            var included = Cell.share(inclusion.getOrDefault(definition.id(), OptionalDouble.empty()), 1);
            choice.add(new Choice(
                    name,
                    reading.folder() + reading.selection().with("svf", definition.id()),
                    formats.whole(treated),
                    included.shown(formats),
                    median.shown(formats)));
            rows.add(List.of(Cell.of(name), Cell.of(treated), included, median));
        }
        var figure = reading.figure(
                "vardforlopp",
                reading.t("flow.choose"),
                reading.t("flow.choose.why"),
                null,
                new DataTable(
                        "vardforlopp",
                        List.of(
                                DataTable.Column.words(reading.t("column.pathway")),
                                DataTable.Column.number(reading.t("column.started")),
                                DataTable.Column.number(reading.t("column.inclusion")),
                                DataTable.Column.number(reading.t("flow.column.median"))),
                        rows),
                "flode",
                List.of(Rich.of(reading.t("flow.choose.foot"))));
        return new FlowPage(form, choice, figure, null);
    }
}
