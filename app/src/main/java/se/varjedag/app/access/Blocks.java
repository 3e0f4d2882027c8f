package se.varjedag.app.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The blocks (spärrar) that patients have asked for.
@Component
public class Blocks {
    private final JdbcClient database;
    private final Clock clock = Clock.systemUTC();

    Blocks(JdbcClient database) {
        this.database = database;
    }

    /// A block that holds.
    ///
    /// @param unit whose data are blocked for everybody outside it; empty: those of all units of the caregiver, for
    ///     everybody outside the caregiver
    public record Block(long id, String unit, String caregiver, Instant made) {

        /// Whether it closes data of this unit to a reader at another.
        boolean closes(String dataUnit, String dataCaregiver, String readerUnit, String readerCaregiver) {
            return unit.isEmpty()
                    ? caregiver.equals(dataCaregiver) && !caregiver.equals(readerCaregiver)
                    : unit.equals(dataUnit) && !unit.equals(readerUnit);
        }
    }

    /// Why a block has ended.
    public enum End {
        /// The patient wished it.
        LIFTED,
        /// It was entered by mistake.
        VOID
    }

    /// Who asks for a block.
    public enum AskedBy {
        PATIENT,
        GUARDIAN
    }

    /// Makes a block.
    ///
    /// @param unit empty for the whole caregiver
    /// @return false when a guardian asks: a guardian may not block a child's data
    public boolean make(UUID person, String unit, String caregiver, AskedBy askedBy, String by) {
        if (askedBy == AskedBy.GUARDIAN) {
            return false;
        }
        database.sql("insert into access_block (person, unit, caregiver, made, made_by) values (?, ?, ?, ?, ?)")
                .params(person, unit, caregiver, Timestamp.from(clock.instant()), by)
                .update();
        return true;
    }

    /// Ends a block of the person; nothing happens when it is another's or has ended.
    public void end(UUID person, long block, End end, String by) {
        database.sql("""
                        insert into access_block_end (block, at, by, kind)
                        select id, ?, ?, ? from access_block where id = ? and person = ? on conflict do nothing""")
                .params(Timestamp.from(clock.instant()), by, end == End.LIFTED ? "lifted" : "void", block, person)
                .update();
    }

    /// Those of these persons who have any block that holds.
    public List<UUID> blocked(Collection<UUID> persons) {
        return database.sql("""
                        select distinct person from access_block b where person = any(?)
                          and not exists (select 1 from access_block_end e where e.block = b.id)""")
                .param(persons.toArray(UUID[]::new))
                .query((found, _) -> found.getObject("person", UUID.class))
                .list();
    }

    /// The blocks of a person that hold.
    public List<Block> holding(UUID person) {
        return database.sql("""
                        select id, unit, caregiver, made from access_block b where person = ?
                          and not exists (select 1 from access_block_end e where e.block = b.id) order by id""")
                .param(person)
                .query((found, _) -> new Block(
                        found.getLong("id"),
                        found.getString("unit"),
                        found.getString("caregiver"),
                        found.getTimestamp("made").toInstant()))
                .list();
    }
}
