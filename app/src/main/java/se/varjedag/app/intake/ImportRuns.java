package se.varjedag.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/// The import runs and their rejected rows, as they lie in the database.
@Component
class ImportRuns {
    private final JdbcClient database;
    private final DataSource pool;
    private final Alive alive;

    ImportRuns(JdbcClient database, DataSource pool, Alive alive) {
        this.database = database;
        this.pool = pool;
        this.alive = alive;
    }

    long begin(String file, String checksum, Imports.Options options, Instant at) {
        return database.sql("""
                        insert into import_run (file_name, checksum, complete, started_by, started, state, program)
                        values (?, ?, ?, ?, ?, 'running', ?) returning id""")
                .params(file, checksum, options.complete(), options.by(), Timestamp.from(at), alive.number())
                .query(Long.class)
                .single();
    }

    void end(ImportRun run) {
        database.sql("""
                        update import_run set ended = ?, state = ?, rows_read = ?, accepted = ?, duplicates = ?,
                            rejected = ?, withdrawn = ?, swedish = ?, english = ?
                        where id = ?""")
                .params(
                        Timestamp.from(run.ended().orElseThrow()),
                        run.state().key(),
                        run.read(),
                        run.accepted(),
                        run.duplicates(),
                        run.rejected(),
                        run.withdrawn(),
                        run.swedish(),
                        run.english(),
                        run.id())
                .update();
    }

    /// Runs that a sudden death ended: the program that read them in lives no more. Their transaction never came to its
    /// end, so the log has nothing of them. What another living program reads in is left to it.
    int markInterrupted(Instant at) {
        return database.sql("""
                        update import_run set state = 'interrupted', ended = ?,
                            swedish = 'Avbröts. Inget av filen sparades; läs in den igen.',
                            english = 'Interrupted. Nothing of the file was kept; import it again.'
                        where state = 'running' and not exists (
                            select 1 from pg_locks
                            where locktype = 'advisory' and granted and objsubid = 2
                              and database = (select oid from pg_database where datname = current_database())
                              and classid = ?::bigint::oid and objid = program::bigint::oid)""").params(Timestamp.from(at), Alive.PURPOSE).update();
    }

    List<ImportRun> latest(int atMost) {
        return database.sql("select * from import_run order by id desc limit ?")
                .param(atMost)
                .query(ImportRuns::row)
                .list();
    }

    Optional<ImportRun> byId(long id) {
        return database.sql("select * from import_run where id = ?")
                .param(id)
                .query(ImportRuns::row)
                .optional();
    }

    long rejects(long run) {
        return database.sql("select count(*) from reject where import_run = ?")
                .param(run)
                .query(Long.class)
                .single();
    }

    List<RejectedRow> rejects(long run, long after, int atMost) {
        return database.sql("""
                        select line, column_name, masked_value, swedish, english from reject
                        where import_run = ? and number > ? order by number limit ?""")
                .params(run, after, atMost)
                .query((row, _) -> new RejectedRow(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    void keepRejects(Path spooled) {
        var connection = DataSourceUtils.getConnection(pool);
        try (InputStream rows = Files.newInputStream(spooled)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy reject from stdin", rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new UncheckedIOException("The rejected rows could not be kept", new IOException(e));
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }

    private static ImportRun row(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("started_by"),
                row.getTimestamp("started").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
                ImportRun.State.of(row.getString("state")),
                row.getBoolean("complete"),
                row.getLong("rows_read"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                row.getLong("withdrawn"),
                row.getString("swedish"),
                row.getString("english"));
    }
}
