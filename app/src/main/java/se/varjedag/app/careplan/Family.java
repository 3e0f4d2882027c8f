package se.varjedag.app.careplan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.database.StoredText;

/// Whom a patient lets see a part of her plan. She gives her relative a code; the relative signs in with an account of
/// her own, takes the permission with the code, and it is hers alone from then on, until its last day or until the
/// patient takes it back. It is asked for anew at every request.
@Component
public class Family {
    /// So long a code can be taken.
    public static final Duration CODE_LASTS = Duration.ofDays(7);

    private static final int LONGEST = 100;
    private static final int CODE_LENGTH = 10;
    /// No letter or digit that is taken for another.
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final String ALL = """
            select f.*, t.who, t.name as taken_name, t.at as taken_at, e.at as ended_at
            from careplan_family f left join careplan_family_taken t on t.permission = f.permission
            left join careplan_family_ended e on e.permission = f.permission
            """;

    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    Family(JdbcClient database) {
        this.database = database;
    }

    /// A part of the plan. Messages, forms, letters and data are none of them.
    public enum Part {
        /// Where she is on her way, and what comes next.
        WAY,
        /// Her appointments.
        VISITS,
        /// Whom to call.
        PEOPLE;

        /// How it is written in the database, in forms and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Those that are named; other words name none.
        public static Set<Part> of(Collection<String> keys) {
            var all = EnumSet.noneOf(Part.class);
            for (var part : values()) {
                if (keys.contains(part.key())) {
                    all.add(part);
                }
            }
            return all;
        }
    }

    /// One permission.
    ///
    /// @param name whom the patient means, in her own words
    /// @param until the last day
    /// @param taken who took it; empty while nobody has
    /// @param ended when the patient took it back
    public record Permission(
            UUID id,
            UUID person,
            String name,
            Set<Part> parts,
            LocalDate until,
            Instant at,
            Optional<Taken> taken,
            Optional<Instant> ended) {

        public Permission {
            parts = Set.copyOf(parts);
        }

        /// Whether nobody has taken it, and its code cannot be used any more.
        public boolean late(Instant now) {
            return taken.isEmpty() && !at.plus(CODE_LASTS).isAfter(now);
        }

        /// Whether it holds on a day: somebody may have taken it or not.
        public boolean holds(LocalDate day) {
            return ended.isEmpty() && !day.isAfter(until);
        }
    }

    /// That somebody took a permission.
    ///
    /// @param who key of her account
    /// @param name what her account calls her
    public record Taken(String who, String name, Instant at) {}

    /// Lets somebody see parts of the plan.
    ///
    /// @return the code her relative takes it with, which is kept nowhere
    public String allow(UUID person, String name, Set<Part> parts, LocalDate until) {
        var code = code();
        database.sql("""
                        insert into careplan_family (permission, person, name, parts, until_day, code, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID(),
                        person,
                        StoredText.of(name, LONGEST),
                        parts.stream().map(Part::key).sorted().toArray(String[]::new),
                        until,
                        hash(code),
                        Timestamp.from(clock.instant()))
                .update();
        return code;
    }

    /// Takes a permission with its code.
    ///
    /// @return empty where no permission waits for this code, or it is the patient's own account that asks
    public Optional<Permission> take(Account account, UUID own, String code, LocalDate day) {
        var found = database.sql(ALL + " where f.code = ?")
                .param(hash(code))
                .query((row, _) -> permission(row))
                .optional()
                .filter(one -> one.holds(day)
                        && one.taken().isEmpty()
                        && !one.person().equals(own)
                        && !one.late(clock.instant()));
        return found.filter(one -> database.sql("""
                        insert into careplan_family_taken (permission, who, name, at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(one.id(), account.key(), account.name(), Timestamp.from(clock.instant()))
                        .update()
                == 1);
    }

    /// Takes a permission back: from the next request on it opens nothing.
    ///
    /// @return false where it is none of the patient's
    public boolean end(UUID person, UUID permission) {
        boolean hers = of(person).stream().anyMatch(one -> one.id().equals(permission));
        if (hers) {
            database.sql("insert into careplan_family_ended (permission, at) values (?, ?) on conflict do nothing")
                    .params(permission, Timestamp.from(clock.instant()))
                    .update();
        }
        return hers;
    }

    /// Every permission that a patient has given, the latest first.
    public List<Permission> of(UUID person) {
        return database.sql(ALL + " where f.person = ? order by f.id desc")
                .param(person)
                .query((row, _) -> permission(row))
                .list();
    }

    /// Those that an account has taken and that hold on a day, the latest first.
    public List<Permission> takenBy(Account account, LocalDate day) {
        return database
                .sql(ALL + " where t.who = ? order by f.id desc")
                .param(account.key())
                .query((row, _) -> permission(row))
                .list()
                .stream()
                .filter(one -> one.holds(day))
                .toList();
    }

    /// One permission, whoever took it and whether or not it holds.
    public Optional<Permission> byId(UUID permission) {
        return database.sql(ALL + " where f.permission = ?")
                .param(permission)
                .query((row, _) -> permission(row))
                .optional();
    }

    private String code() {
        var code = new StringBuilder();
        for (int at = 0; at < CODE_LENGTH; at++) {
            code.append(at == CODE_LENGTH / 2 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /// Small letters and what stands between them do not matter.
    private static String hash(String code) {
        try {
            var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            var hash = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Permission permission(ResultSet row) throws SQLException {
        var taken = row.getTimestamp("taken_at");
        return new Permission(
                row.getObject("permission", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("name"),
                Part.of(parts(row.getArray("parts"))),
                row.getObject("until_day", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                taken == null
                        ? Optional.empty()
                        : Optional.of(new Taken(row.getString("who"), row.getString("taken_name"), taken.toInstant())),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }

    private static List<String> parts(Array written) throws SQLException {
        return Arrays.asList((String[]) written.getArray());
    }
}
