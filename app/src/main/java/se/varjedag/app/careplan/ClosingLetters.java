package se.varjedag.app.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.access.Acting;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.reference.Sweden;

/// The closing letters that staff have signed. A version is never changed: a correction is a new one with the same
/// number, and each keeps its words in every language as they were signed.
@Component
public class ClosingLetters {

    private final JdbcClient database;

    ClosingLetters(JdbcClient database) {
        this.database = database;
    }

    /// The language of a reader.
    public enum Language {
        SV,
        EN,
        /// Easy Swedish.
        EASY;

        /// How it is written in the database and in addresses.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The language that is written so; Swedish for any other word.
        public static Language of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElse(SV);
        }
    }

    /// One paragraph of a letter.
    public record Part(Sort sort, String words) {
        /// What it is.
        public enum Sort {
            HEADING,
            TEXT,
            ITEM,
            /// What its signer wrote, in her own language.
            OWN;

            String key() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /// One version of a letter.
    ///
    /// @param number the same in every version
    /// @param own what its signer added; empty for nothing
    /// @param unit where it was signed
    /// @param by who signed it
    public record Letter(
            long id,
            long number,
            int version,
            PathwayKey key,
            Closing.Kind kind,
            LocalDate ended,
            String own,
            String unit,
            Instant at,
            String by) {}

    /// Signs a letter, as the version after the latest one the signer has seen.
    ///
    /// @param after the latest version the signer has seen; 0 for none
    /// @param words its parts in every language
    /// @param moment when it is signed
    /// @return false where another version has been signed meanwhile
    @Transactional
    public boolean sign(
            Acting acting, Closing closing, int after, String own, Map<Language, List<Part>> words, Instant moment) {
        var at = Timestamp.from(moment);
        var key = closing.key();
        var id = database.sql("""
                        insert into careplan_letter
                            (number, version, person, definition, start, kind, ended, own_words, unit, at, by_whom, by_name)
                        select coalesce(max(number), nextval('careplan_letter_number')), coalesce(max(version), 0) + 1,
                               :person::uuid, :definition, :start::date, :kind, :ended::date, :own, :unit,
                               :at::timestamptz, :who, :name
                        from careplan_letter where person = :person and definition = :definition and start = :start
                        having coalesce(max(version), 0) = :after
                        on conflict do nothing returning id""")
                .param("person", key.person())
                .param("definition", key.definition())
                .param("start", key.start())
                .param("kind", closing.kind().key())
                .param("ended", closing.ended())
                .param("own", own)
                .param("unit", acting.assignment().place())
                .param("at", at)
                .param("who", acting.account().username())
                .param("name", acting.account().name())
                .param("after", after)
                .query(Long.class)
                .optional();
        id.ifPresent(letter -> words.forEach((language, parts) -> keep(letter, language, parts, at)));
        return id.isPresent();
    }

    private void keep(long letter, Language language, List<Part> parts, Timestamp at) {
        for (int place = 0; place < parts.size(); place++) {
            var part = parts.get(place);
            database.sql("""
                            insert into careplan_letter_words (letter, language, place, kind, words, at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(letter, language.key(), place, part.sort().key(), part.words(), at)
                    .update();
        }
    }

    /// Every version of a patient's letters, the latest first.
    public List<Letter> of(UUID person) {
        return database.sql("select * from careplan_letter where person = ? order by number desc, version desc")
                .param(person)
                .query((row, _) -> letter(row))
                .list();
    }

    /// Every version of the letter to a pathway's end, the latest first.
    public List<Letter> of(PathwayKey key) {
        return of(key.person()).stream().filter(one -> one.key().equals(key)).toList();
    }

    /// The words of a version.
    public List<Part> words(Letter letter, Language language) {
        return database.sql("""
                        select kind, words from careplan_letter_words where letter = ? and language = ? order by place""")
                .params(letter.id(), language.key())
                .query((row, _) -> new Part(
                        Part.Sort.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)), row.getString("words")))
                .list();
    }

    /// The words of a version that the version before it did not have.
    public List<String> added(Letter letter, Language language) {
        var before = of(letter.key()).stream()
                .filter(one -> one.version() == letter.version() - 1)
                .findFirst();
        if (before.isEmpty()) {
            return List.of();
        }
        var known = words(before.get(), language).stream().map(Part::words).toList();
        var all = new ArrayList<>(
                words(letter, language).stream().map(Part::words).toList());
        all.removeAll(known);
        return List.copyOf(all);
    }

    /// The day of the first version of each pathway's letter, of these persons.
    Map<PathwayKey, LocalDate> first(Collection<UUID> persons) {
        var all = new HashMap<PathwayKey, LocalDate>();
        database.sql("select * from careplan_letter where person = any(?) order by version desc")
                .param(persons.toArray(UUID[]::new))
                .query(row -> {
                    var one = letter(row);
                    all.put(one.key(), one.at().atZone(Sweden.TIME).toLocalDate());
                });
        return all;
    }

    /// The latest version of the letter to a pathway's end.
    public Optional<Letter> latest(PathwayKey key) {
        return of(key).stream().findFirst();
    }

    private static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getLong("number"),
                row.getInt("version"),
                PathwayKey.of(row),
                Closing.Kind.of(row.getString("kind")),
                row.getObject("ended", LocalDate.class),
                row.getString("own_words"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
