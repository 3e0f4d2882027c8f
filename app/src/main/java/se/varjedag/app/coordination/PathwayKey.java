package se.varjedag.app.coordination;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import se.varjedag.pathway.trace.TracedPathways;

/// Which pathway: who walks it, by which definition, and the day it started.
///
/// @param person her pseudonym
/// @param definition id of the definition
public record PathwayKey(UUID person, String definition, LocalDate start) {
    private static final int SHOWN = 10;

    /// The pathway that a row of the database is about, in its columns person, definition and start.
    public static PathwayKey of(ResultSet row) throws SQLException {
        return new PathwayKey(
                row.getObject("person", UUID.class),
                row.getString("definition"),
                row.getObject("start", LocalDate.class));
    }

    /// The pathway in this place of those that were traced.
    public static PathwayKey of(TracedPathways traced, int pathway) {
        return new PathwayKey(
                UUID.fromString(traced.timelines().person(traced.person(pathway))),
                traced.definitions().all().get(traced.definition(pathway)).id(),
                LocalDate.ofEpochDay(traced.start(pathway)));
    }

    /// What stands in an address in the place of definition and day, of which it tells nothing.
    public String handle() {
        try {
            var text = person + "\n" + definition + "\n" + start;
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
