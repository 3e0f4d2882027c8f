package se.varjedag.app.careplan;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.PlansMade;

/// The pathways that a version of a plan has been signed for.
@Component
class PlansSigned implements PlansMade {
    private final JdbcClient database;

    PlansSigned(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<PathwayKey> of(Collection<UUID> persons) {
        return database
                .sql("select distinct person, definition, start from careplan_plan where person = any(?)")
                .param(persons.toArray(UUID[]::new))
                .query((row, _) -> PathwayKey.of(row))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> units() {
        return Set.copyOf(database.sql("select distinct unit from careplan_plan")
                .query(String.class)
                .list());
    }
}
