package se.varjedag.app.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The care units that are known by name, with what each was before. An event may come from a unit that is not among
/// them.
@Component
public class Units {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private volatile Known known = new Known(Map.of(), Map.of());
    private volatile boolean read;

    /// How each unit is now or was last, and all that is known of it in the order of time.
    private record Known(Map<String, Unit> latest, Map<String, List<UnitPeriod>> history) {}

    Units(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// The unit as it is now, or was last.
    public Optional<Unit> byId(String id) {
        return Optional.ofNullable(known().latest().get(id));
    }

    /// The unit as it was on a day; empty when it is not known, or was closed then.
    public Optional<Unit> on(String id, LocalDate day) {
        for (var period : history(id)) {
            if (period.holdsOn(day)) {
                return Optional.of(period.unit());
            }
        }
        return Optional.empty();
    }

    /// All that is known of a unit, in the order of time.
    public List<UnitPeriod> history(String id) {
        return known().history().getOrDefault(id, List.of());
    }

    /// All that is known of every unit, by id.
    public Map<String, List<UnitPeriod>> histories() {
        return known().history();
    }

    /// The region of a unit; empty where it is unknown.
    public String regionOf(String id) {
        return byId(id).map(Unit::region).orElse("");
    }

    /// The name of the unit, or its id when it has no name here.
    public String name(String id) {
        return byId(id).map(Unit::name).orElse(id);
    }

    /// The names of units, and these words for one that has no name here: an id means nothing to a patient.
    public UnaryOperator<String> namedOr(String words) {
        return id -> byId(id).map(Unit::name).orElse(words);
    }

    /// Whether a caregiver answers for any unit that is known here, now or last.
    public boolean isCaregiver(String id) {
        return known().latest().values().stream()
                .anyMatch(unit -> unit.caregiver().equals(id));
    }

    /// Who answers in law for what this unit did on a day: its caregiver then if we know it, otherwise the one it had
    /// last, otherwise the region that reported.
    public String caregiver(String unit, String region, LocalDate day) {
        return on(unit, day)
                .or(() -> byId(unit))
                .map(Unit::caregiver)
                .orElse(region.isEmpty() ? "" : caregiverOfRegion(region));
    }

    private static String caregiverOfRegion(String region) {
        return "region-" + region;
    }

    /// Adds units of which only is known how they are, or gives those that exist their new names.
    @Transactional
    public void add(List<Unit> units) {
        var histories = new TreeMap<String, List<UnitPeriod>>();
        for (var unit : units) {
            // What a file has told of a unit through time is more than how it is.
            if (history(unit.id()).size() <= 1) {
                histories.put(unit.id(), List.of(UnitPeriod.always(unit)));
            }
        }
        keep(histories, Map.of());
    }

    /// Keeps these histories in the place of what was known of their units.
    ///
    /// @param names the names of caregivers, by id
    @Transactional
    public void keep(Map<String, List<UnitPeriod>> histories, Map<String, String> names) {
        keepCaregivers(histories, names);
        batches.batchUpdate(
                """
                insert into unit (id, name, kind, caregiver, region) values (?, ?, ?, ?, ?)
                on conflict (id) do update
                set name = excluded.name, kind = excluded.kind, caregiver = excluded.caregiver, region = excluded.region""",
                histories.values().stream()
                        .map(periods -> periods.getLast().unit())
                        .map(u -> new Object[] {u.id(), u.name(), u.kind(), u.caregiver(), u.region()})
                        .toList());
        batches.batchUpdate(
                "delete from unit_period where unit = ?",
                histories.keySet().stream().map(id -> new Object[] {id}).toList());
        batches.batchUpdate(
                """
                insert into unit_period (unit, valid_from, valid_to, name, kind, parent, caregiver, region)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                histories.values().stream()
                        .flatMap(List::stream)
                        .map(Units::row)
                        .toList());
        read = false;
    }

    private static Object[] row(UnitPeriod period) {
        var unit = period.unit();
        return new Object[] {
            unit.id(),
            period.from(),
            period.to(),
            unit.name(),
            unit.kind(),
            period.parent(),
            unit.caregiver(),
            unit.region()
        };
    }

    private void keepCaregivers(Map<String, List<UnitPeriod>> histories, Map<String, String> names) {
        var caregivers = new ArrayList<Object[]>();
        Regions.all()
                .forEach(r ->
                        caregivers.add(new Object[] {caregiverOfRegion(r.code()), "Region " + r.name(), r.code()}));
        for (var periods : histories.values()) {
            for (var period : periods) {
                var unit = period.unit();
                caregivers.add(new Object[] {unit.caregiver(), unit.caregiver(), unit.region()});
            }
        }
        batches.batchUpdate(
                "insert into caregiver (id, name, region) values (?, ?, ?) on conflict (id) do nothing", caregivers);
        batches.batchUpdate(
                "update caregiver set name = ? where id = ?",
                names.entrySet().stream()
                        .map(name -> new Object[] {name.getValue(), name.getKey()})
                        .toList());
    }

    /// The name of a caregiver, or its id when it has none here.
    public String caregiverName(String id) {
        return database.sql("select name from caregiver where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(id);
    }

    /// Reads the units again: another program, or a restored backup, may have changed them. Whoever is about to
    /// keep the connection busy calls it first, so that no look-up needs the database in the middle.
    public void readAgain() {
        read = false;
        known();
    }

    private Known known() {
        if (!read) {
            var latest = new TreeMap<String, Unit>();
            database.sql("select id, name, kind, caregiver, region from unit")
                    .query(Unit.class)
                    .list()
                    .forEach(unit -> latest.put(unit.id(), unit));
            var history = new TreeMap<String, List<UnitPeriod>>();
            database.sql("select * from unit_period order by unit, valid_from").query(row -> {
                var unit = new Unit(
                        row.getString("unit"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("caregiver"),
                        row.getString("region"));
                history.computeIfAbsent(unit.id(), _ -> new ArrayList<>())
                        .add(new UnitPeriod(
                                unit,
                                row.getString("parent"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)));
            });
            history.replaceAll((_, periods) -> List.copyOf(periods));
            known = new Known(latest, history);
            read = true;
        }
        return known;
    }
}
