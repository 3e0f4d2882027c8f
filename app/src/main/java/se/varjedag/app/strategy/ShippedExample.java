package se.varjedag.app.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.reference.DataRow;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Statement.Kind;

/// The example that is shipped: the plans of one healthcare region, read from `example.yaml`. Its table's statuses are
/// empty, and so is every status here until somebody says how it stands.
@Component
public class ShippedExample {
    private static final String FILE = "example.yaml";
    private static final List<String> THREE_REGIONS = List.of("05", "06", "08");

    private final ActionPlans plans;
    private final Activities activities;

    ShippedExample(ActionPlans plans, Activities activities) {
        this.plans = plans;
        this.activities = activities;
    }

    /// What the example says of one item and where that was read.
    public record Item(String source, String words) {}

    /// Every item, also what stands empty where it was read.
    public static List<Item> items() {
        var file = DataRow.shipped(ShippedExample.class, FILE);
        var items = new ArrayList<Item>();
        items.add(item(file.row("vision"), "words"));
        List.of("promises", "goals", "areas")
                .forEach(kind -> file.rows(kind).forEach(row -> items.add(item(row, "words"))));
        for (var plan : file.rows("plans")) {
            items.add(item(plan, "name"));
            for (var row : plan.rows("rows")) {
                items.add(new Item(source(plan, row, ""), row.text("area")));
                row.rows("activities")
                        .forEach(one -> items.add(new Item(source(plan, row, one.text("source")), one.text("title"))));
                row.texts("empty").forEach(one -> items.add(new Item(source(plan, row, one), "")));
            }
        }
        return items;
    }

    private static Item item(DataRow row, String words) {
        return new Item(row.text("source"), row.text(words));
    }

    private static String source(DataRow plan, DataRow row, String part) {
        var place = plan.text("source") + ", row " + row.number("row");
        return part.isEmpty() ? place : place + ", " + part;
    }

    /// Whether there is nothing of any plan yet: only then the example may be loaded.
    public boolean mayBeLoaded() {
        return plans.all().isEmpty();
    }

    /// Loads the example.
    ///
    /// @return the id of its latest plan
    @Transactional
    public long load(Signed signed) {
        var file = DataRow.shipped(ShippedExample.class, FILE);
        var region = file.text("region");
        state(region, file.row("vision"), Kind.VISION, Map.of(), signed);
        Map<Integer, UUID> promises = new HashMap<>();
        file.rows("promises")
                .forEach(row -> promises.put(row.number("number"), state(region, row, Kind.PROMISE, Map.of(), signed)));
        file.rows("goals").forEach(row -> state(region, row, Kind.GOAL, promises, signed));
        Map<Integer, UUID> areas = new HashMap<>();
        file.rows("areas")
                .forEach(row -> areas.put(row.number("number"), state(region, row, Kind.AREA, Map.of(), signed)));
        long latest = 0;
        for (var plan : file.rows("plans")) {
            latest = plans.add(
                    region,
                    plan.text("name"),
                    LocalDate.parse(plan.text("from")),
                    LocalDate.parse(plan.text("to")),
                    plan.text("source"),
                    signed);
            for (var row : plan.rows("rows")) {
                for (var one : row.rows("activities")) {
                    activities.add(
                            latest, content(row, one, promises, areas), source(plan, row, one.text("source")), signed);
                }
            }
        }
        return latest;
    }

    private UUID state(String region, DataRow row, Kind kind, Map<Integer, UUID> promises, Signed signed) {
        return plans.state(
                region,
                new Statement(
                        UUID.randomUUID(),
                        kind,
                        (int) row.decimal("number").orElse(1),
                        row.perhaps("name").orElse(""),
                        row.text("words"),
                        linked(row, "promise", promises),
                        row.perhaps("indicator").orElse(""),
                        row.text("source")),
                signed);
    }

    private static Content content(DataRow row, DataRow one, Map<Integer, UUID> promises, Map<Integer, UUID> areas) {
        var details = new ArrayList<String>();
        row.perhaps("details").ifPresent(details::add);
        one.perhaps("details").ifPresent(details::add);
        var regions = one.texts("regions");
        return new Content(
                row.text("area"),
                one.text("title"),
                String.join(" ", details),
                linked(row, "promise", promises),
                linked(one, "development", areas).or(() -> linked(row, "development", areas)),
                "",
                regions.isEmpty() ? THREE_REGIONS : regions,
                one.perhaps("from").map(LocalDate::parse),
                one.perhaps("to").map(LocalDate::parse),
                one.perhaps("indicator").orElse(""),
                "",
                one.perhaps("step").orElse(""));
    }

    private static Optional<UUID> linked(DataRow row, String key, Map<Integer, UUID> known) {
        OptionalDouble number = row.decimal(key);
        return number.isEmpty() ? Optional.empty() : Optional.ofNullable(known.get((int) number.getAsDouble()));
    }
}
