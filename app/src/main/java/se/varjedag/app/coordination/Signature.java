package se.varjedag.app.coordination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// Who wrote something, and when.
public record Signature(Instant at, String who, String name) {

    static Signature of(ResultSet row) throws SQLException {
        return new Signature(row.getTimestamp("at").toInstant(), row.getString("by_whom"), row.getString("by_name"));
    }
}
