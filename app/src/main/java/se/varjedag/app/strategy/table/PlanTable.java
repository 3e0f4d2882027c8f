package se.varjedag.app.strategy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.Status;

/// A plan as rows of cells: one row for each activity.
///
/// @param name of the plan
/// @param rows the cells, the headings first
public record PlanTable(String name, List<List<String>> rows) {
    private static final Map<Status, String> WORDS = Map.of(
            Status.UNKNOWN, "",
            Status.PLANNED, "Planerad",
            Status.UNDER_WAY, "Pågår",
            Status.LATE, "Försenad",
            Status.PAUSED, "Pausad",
            Status.DONE, "Klar",
            Status.DROPPED, "Struken");

    public PlanTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// The table of these activities.
    public static PlanTable of(
            String name, List<Activity> activities, List<Statement> promises, List<Statement> areas) {
        var statements = Stream.concat(promises.stream(), areas.stream())
                .collect(Collectors.toMap(Statement::id, Function.identity()));
        var rows = new ArrayList<List<String>>();
        rows.add(Arrays.stream(Column.values()).map(Column::head).toList());
        for (var one : activities) {
            rows.add(Arrays.stream(Column.values())
                    .map(column -> cell(column, one, statements))
                    .toList());
        }
        return new PlanTable(name, rows);
    }

    private static String cell(Column column, Activity one, Map<UUID, Statement> statements) {
        var content = one.content();
        return switch (column) {
            case AREA -> content.area();
            case ACTIVITY -> content.title();
            case STATUS -> WORDS.getOrDefault(one.said().status(), "");
            case WORDS -> one.said().words();
            case DETAILS -> content.details();
            case PROMISE ->
                content.promise().map(id -> numbered(statements, id)).orElse("");
            case DEVELOPMENT ->
                content.development().map(id -> numbered(statements, id)).orElse("");
            case OWNER -> content.owner();
            case REGIONS -> content.regions().stream().map(Regions::name).collect(Collectors.joining(", "));
            case FROM -> content.from().map(LocalDate::toString).orElse("");
            case TO -> content.to().map(LocalDate::toString).orElse("");
            case INDICATOR -> content.indicator();
            case PATHWAY -> content.svf();
            case STEP -> content.step();
        };
    }

    private static String numbered(Map<UUID, Statement> statements, UUID id) {
        var one = statements.get(id);
        return one == null ? "" : one.number() + " " + one.name();
    }
}
