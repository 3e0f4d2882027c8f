package se.varjedag.app.disposal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The right not to be in a quality register: who opts out is erased from it everywhere, at once and for good.
///
/// An event belongs to a register when its source does ([#belongs]); every other event is care documentation, which is
/// not erased but may be blocked. Events of the register that come later are left out for who has opted out.
@Component
public class RegisterRights {
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final List<Holder> holders;
    private final Clock clock = Clock.systemUTC();

    RegisterRights(JdbcClient database, TransactionTemplate transactions, List<Holder> holders) {
        this.database = database;
        this.transactions = transactions;
        this.holders = List.copyOf(holders);
    }

    /// What was done where, when somebody was erased.
    public record Receipt(long id, String register, UUID person, String by, Instant at, List<Line> lines) {
        public Receipt {
            lines = List.copyOf(lines);
        }
    }

    /// What one holder did.
    public record Line(String holder, long amount, String swedish, String english) {}

    /// Says that the events of a source belong to a register.
    public void belongs(String source, String register, String by) {
        database.sql("""
                        insert into register_source (source, register, made_by, made) values (?, ?, ?, ?)
                        on conflict (source) do update
                        set register = excluded.register, made_by = excluded.made_by, made = excluded.made""")
                .params(source, register, by, Timestamp.from(clock.instant()))
                .update();
    }

    /// The registers that a source belongs to here.
    public List<String> registers() {
        return database.sql("select distinct register from register_source order by register")
                .query((row, number) -> row.getString("register"))
                .list();
    }

    public boolean hasOptedOut(String register, UUID person) {
        return database.sql("select count(*) from register_opt_out where register = ? and person = ?")
                        .params(register, person)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Notes that a person does not want to be in a register, and erases the person from it everywhere. Done again, it
    /// erases what a sudden stop left, and gives another receipt.
    public Receipt optOut(String register, UUID person, String by) {
        var lines = new ArrayList<Line>();
        transactions.executeWithoutResult(_ -> {
            database.sql("""
                            insert into register_opt_out (register, person, by_whom, at) values (?, ?, ?, ?)
                            on conflict do nothing""")
                    .params(register, person, by, Timestamp.from(clock.instant()))
                    .update();
            erase(true, register, person, by, lines);
        });
        erase(false, register, person, by, lines);
        return transactions.execute(_ -> receipt(register, person, by, lines));
    }

    private void erase(boolean inDatabase, String register, UUID person, String by, List<Line> lines) {
        for (var holder : holders) {
            if (holder.inDatabase() == inDatabase) {
                var done = holder.erase(register, person, by);
                lines.add(new Line(
                        holder.name(),
                        done.amount(),
                        done.what().swedish(),
                        done.what().english()));
            }
        }
    }

    private Receipt receipt(String register, UUID person, String by, List<Line> lines) {
        var at = clock.instant();
        var id = database.sql("""
                        insert into erasure_receipt (register, person, by_whom, at) values (?, ?, ?, ?) returning id""")
                .params(register, person, by, Timestamp.from(at))
                .query(Long.class)
                .single();
        int number = 0;
        for (var line : lines) {
            database.sql("""
                            insert into erasure_receipt_line (receipt, number, holder, amount, swedish, english)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(id, number++, line.holder(), line.amount(), line.swedish(), line.english())
                    .update();
        }
        return new Receipt(id, register, person, by, at, lines);
    }

    /// A receipt that was given.
    public Optional<Receipt> receipt(long id) {
        var lines = database.sql("""
                        select holder, amount, swedish, english from erasure_receipt_line where receipt = ?
                        order by number""")
                .param(id)
                .query((row, number) -> new Line(
                        row.getString("holder"),
                        row.getLong("amount"),
                        row.getString("swedish"),
                        row.getString("english")))
                .list();
        return database.sql("select register, person, by_whom, at from erasure_receipt where id = ?")
                .param(id)
                .query((row, number) -> new Receipt(
                        id,
                        row.getString("register"),
                        row.getObject("person", UUID.class),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant(),
                        lines))
                .optional();
    }
}
