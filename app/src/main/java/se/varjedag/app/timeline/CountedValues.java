package se.varjedag.app.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.ClinicalValue.Kind;

/// Clinical values of one kind of many persons, for figures over many only: what one person's values are is asked of
/// `patients`.
@Component
public class CountedValues {
    private final JdbcClient database;

    CountedValues(JdbcClient database) {
        this.database = database;
    }

    /// One value as it is counted.
    public record Counted(String item, LocalDate day, String text, String unit) {}

    /// The values of a kind of these persons as they are now, the latest first.
    public Map<UUID, List<Counted>> of(Kind kind, Collection<UUID> persons) {
        var all = new HashMap<UUID, List<Counted>>();
        database.sql("""
                        select * from clinical_value v where kind = ? and person = any(?) and state = 'done'
                          and not exists (
                            select 1 from clinical_value later
                            where later.value = v.value and later.version > v.version)
                        order by day desc, version desc""").params(kind.key(), persons.toArray(UUID[]::new)).query(row -> {
            all.computeIfAbsent(row.getObject("person", UUID.class), _ -> new ArrayList<>())
                    .add(new Counted(
                            row.getString("item"),
                            row.getObject("day", LocalDate.class),
                            row.getString("text"),
                            row.getString("unit")));
        });
        return all;
    }
}
