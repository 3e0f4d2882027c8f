package se.varjedag.app.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The care units that are known by name. An event may come from a unit that is not among them.
@Component
public class Units {
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final Map<String, Unit> known = new ConcurrentHashMap<>();
    private volatile boolean read;

    Units(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    public Optional<Unit> byId(String id) {
        return Optional.ofNullable(known().get(id));
    }

    /// The name of the unit, or its id when it has no name here.
    public String name(String id) {
        return byId(id).map(Unit::name).orElse(id);
    }

    /// Who answers in law for what this unit did: its caregiver if we know it, otherwise the region that reported.
    public String caregiver(String unit, String region) {
        return byId(unit).map(Unit::caregiver).orElse(region.isEmpty() ? "" : caregiverOfRegion(region));
    }

    private static String caregiverOfRegion(String region) {
        return "region-" + region;
    }

    /// Adds units, or gives those that exist their new names.
    @Transactional
    public void add(List<Unit> units) {
        var caregivers = new ArrayList<Object[]>();
        Regions.all()
                .forEach(r ->
                        caregivers.add(new Object[] {caregiverOfRegion(r.code()), "Region " + r.name(), r.code()}));
        for (var unit : units) {
            caregivers.add(new Object[] {unit.caregiver(), unit.caregiver(), unit.region()});
        }
        batches.batchUpdate(
                "insert into caregiver (id, name, region) values (?, ?, ?) on conflict (id) do nothing", caregivers);
        batches.batchUpdate(
                """
                insert into unit (id, name, kind, caregiver, region) values (?, ?, ?, ?, ?)
                on conflict (id) do update
                set name = excluded.name, kind = excluded.kind, caregiver = excluded.caregiver, region = excluded.region""",
                units.stream()
                        .map(u -> new Object[] {u.id(), u.name(), u.kind(), u.caregiver(), u.region()})
                        .toList());
        read = false;
    }

    /// Reads the units again: another program, or a restored backup, may have changed them. Whoever is about to
    /// keep the connection busy calls it first, so that no look-up needs the database in the middle.
    public void readAgain() {
        known.clear();
        read = false;
        known();
    }

    private Map<String, Unit> known() {
        if (!read) {
            database.sql("select id, name, kind, caregiver, region from unit")
                    .query(Unit.class)
                    .list()
                    .forEach(unit -> known.put(unit.id(), unit));
            read = true;
        }
        return known;
    }
}
