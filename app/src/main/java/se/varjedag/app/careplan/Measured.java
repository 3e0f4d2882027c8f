package se.varjedag.app.careplan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;

/// What patients have measured at home, in versions that never change. The latest version of each is a clinical value
/// of hers.
@Component
public class Measured {
    /// What clinical values that a patient has measured herself name as their source.
    public static final String SOURCE = "varjedag-home";

    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final ClinicalValues values;
    private final Clock clock = Clock.systemUTC();

    Measured(JdbcClient database, ClinicalValues values) {
        this.database = database;
        this.values = values;
    }

    /// One version of an entry.
    ///
    /// @param numbers in the order of the measure's parts
    /// @param words   her note; empty for none
    /// @param gone    whether she has taken it back
    /// @param unit    the care unit that she turned to
    public record Version(
            UUID entry,
            int version,
            String measure,
            LocalDate day,
            List<Double> numbers,
            String words,
            boolean gone,
            String unit,
            Instant at) {
        public Version {
            numbers = List.copyOf(numbers);
        }

        /// The version after this one.
        private Version next(LocalDate on, List<Double> said, String note, boolean taken, Instant when) {
            return new Version(entry, version + 1, measure, on, said, note, taken, unit, when);
        }
    }

    /// An entry as it stands, with what it said before.
    ///
    /// @param before the versions before the latest, the latest of them first
    public record Entry(Version now, List<Version> before) {
        public Entry {
            before = List.copyOf(before);
        }
    }

    /// What she writes down.
    public record Writes(HomeMeasure measure, LocalDate day, List<Double> numbers, String words) {
        public Writes {
            numbers = List.copyOf(numbers);
        }
    }

    /// Writes down something new.
    ///
    /// @param unit the care unit that she turns to
    @Transactional
    public void add(UUID person, String unit, Writes what) {
        keep(
                person,
                new Version(
                        UUID.randomUUID(),
                        1,
                        what.measure().code(),
                        what.day(),
                        what.numbers(),
                        what.words(),
                        false,
                        unit,
                        now()),
                what.measure());
    }

    /// What came of a correction.
    public enum Came {
        KEPT,
        /// She has no such entry.
        UNKNOWN,
        /// She had taken it back meanwhile: nothing was kept.
        GONE,
        /// It had been corrected already, in another window perhaps: nothing was kept.
        OUTDATED
    }

    /// Corrects what she wrote; what it said stays.
    ///
    /// @param version that she saw when she corrected it
    @Transactional
    public Came correct(UUID person, UUID entry, int version, Writes what) {
        var old = latest(person, entry)
                .filter(one -> one.measure().equals(what.measure().code()));
        if (old.isEmpty()) {
            return Came.UNKNOWN;
        }
        if (old.get().gone()) {
            return Came.GONE;
        }
        var next = old.get().next(what.day(), what.numbers(), what.words(), false, now());
        return old.get().version() == version && keep(person, next, what.measure()) ? Came.KEPT : Came.OUTDATED;
    }

    /// Takes back what she wrote; what it said stays.
    ///
    /// @return false where she has no such entry that stands
    @Transactional
    public boolean takeBack(UUID person, UUID entry, HomeMeasure measure) {
        var old = latest(person, entry).filter(one -> one.measure().equals(measure.code()) && !one.gone());
        old.ifPresent(one -> keep(person, one.next(one.day(), one.numbers(), one.words(), true, now()), measure));
        return old.isPresent();
    }

    private Optional<Version> latest(UUID person, UUID entry) {
        return of(person).stream()
                .map(Entry::now)
                .filter(one -> one.entry().equals(entry))
                .findFirst();
    }

    /// Keeps a version and its values.
    ///
    /// @return false when another correction came first
    private boolean keep(UUID person, Version one, HomeMeasure measure) {
        int kept = database.sql("""
                        insert into careplan_measured
                            (entry, version, person, measure, day, numbers, words, gone, unit, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (entry, version) do nothing""")
                .params(
                        one.entry(),
                        one.version(),
                        person,
                        one.measure(),
                        one.day(),
                        one.numbers().toArray(Double[]::new),
                        StoredText.of(one.words(), LONGEST),
                        one.gone(),
                        one.unit(),
                        Timestamp.from(one.at()))
                .update();
        if (kept == 0) {
            return false;
        }
        var told = new ArrayList<Told>();
        for (int at = 0; at < measure.parts().size(); at++) {
            var item = measure.parts().get(at).item();
            var fact = Fact.of(Kind.PATIENT_REPORTED, item, one.day())
                    .number(one.numbers().get(at), measure.measured())
                    .in(one.gone() ? State.WITHDRAWN : State.DONE);
            told.add(new Told(person, one.unit(), Origin.PATIENT, SOURCE, one.entry() + ":" + item, fact, one.at()));
        }
        values.add(told);
        return true;
    }

    /// Everything of a patient, what she has taken back among it: the latest day first, and of one day what was
    /// written last.
    public List<Entry> of(UUID person) {
        Map<UUID, List<Version>> all = new LinkedHashMap<>();
        database.sql("select * from careplan_measured where person = ? order by id desc")
                .param(person)
                .query((row, _) -> version(row))
                .list()
                .forEach(one ->
                        all.computeIfAbsent(one.entry(), _ -> new ArrayList<>()).add(one));
        return all.values().stream()
                .map(versions -> new Entry(versions.getFirst(), versions.subList(1, versions.size())))
                .sorted(Comparator.comparing((Entry one) -> one.now().day()).reversed())
                .toList();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject("entry", UUID.class),
                row.getInt("version"),
                row.getString("measure"),
                row.getObject("day", LocalDate.class),
                Arrays.asList((Double[]) row.getArray("numbers").getArray()),
                row.getString("words"),
                row.getBoolean("gone"),
                row.getString("unit"),
                row.getTimestamp("at").toInstant());
    }

    private Instant now() {
        return clock.instant();
    }
}
