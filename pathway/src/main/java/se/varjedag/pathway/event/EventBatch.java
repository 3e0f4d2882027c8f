package se.varjedag.pathway.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A run of rows in columns, written by one reader, each value as its number in the lists. A column that no row of the
/// batch gives anything in is not there.
public final class EventBatch {
    /// Stands for a time that was not given.
    public static final long UNKNOWN = Long.MIN_VALUE;

    static final byte DONE = 0;
    static final byte PLANNED = 1;
    static final byte WITHDRAWN = 2;

    final EventLists lists;
    int size;
    int[] person;
    char[] code;
    int[] day;
    int[] unit;
    char[] region;
    char[] traits;
    char @Nullable [] pathway;
    int @Nullable [] ref;
    byte @Nullable [] status;
    long @Nullable [] registered;
    /// Fingerprint of source and id; both words 0 where the row has no id.
    long @Nullable [] identityHigh;
    long @Nullable [] identityLow;
    char @Nullable [] source;

    @Nullable
    Texts ids;

    int @Nullable [] id;

    public EventBatch(EventLists lists, int expectedRows) {
        this.lists = lists;
        int capacity = Math.max(16, expectedRows);
        person = new int[capacity];
        code = new char[capacity];
        day = new int[capacity];
        unit = new int[capacity];
        region = new char[capacity];
        traits = new char[capacity];
    }

    public int size() {
        return size;
    }

    public EventLists lists() {
        return lists;
    }

    /// Adds a row of numbers and gives its place; its person may be set later.
    public int add(int person, int code, int day, int unit, int region, int traits) {
        int row = size;
        if (row == this.day.length) {
            reserve(row + (row >> 1) + 16);
        }
        this.person[row] = person;
        this.code[row] = (char) code;
        this.day[row] = day;
        this.unit[row] = unit;
        this.region[row] = (char) region;
        this.traits[row] = (char) traits;
        size = row + 1;
        return row;
    }

    /// Adds the rows from `from` up to and without `to` of columns of numbers and gives the place of the first; their
    /// persons are set later.
    public int addAll(int from, int to, int[] code, int[] day, int[] unit, int[] region, int[] traits) {
        int at = size;
        int rows = to - from;
        if (at + rows > this.day.length) {
            reserve(Math.max(at + rows, at + (at >> 1)) + 16);
        }
        System.arraycopy(day, from, this.day, at, rows);
        System.arraycopy(unit, from, this.unit, at, rows);
        narrow(code, from, this.code, at, rows);
        narrow(region, from, this.region, at, rows);
        narrow(traits, from, this.traits, at, rows);
        size = at + rows;
        return at;
    }

    private static void narrow(int[] numbers, int from, char[] to, int at, int rows) {
        for (int i = 0; i < rows; i++) {
            to[at + i] = (char) numbers[from + i];
        }
    }

    public void person(int row, int person) {
        this.person[row] = person;
    }

    public void pathway(int row, int pathway) {
        if (pathway != 0) {
            if (this.pathway == null) {
                this.pathway = new char[day.length];
            }
            this.pathway[row] = (char) pathway;
        }
    }

    public void ref(int row, int ref) {
        if (ref != 0) {
            if (this.ref == null) {
                this.ref = new int[day.length];
            }
            this.ref[row] = ref;
        }
    }

    public void status(int row, CareEvent.Status status) {
        if (status != CareEvent.Status.DONE) {
            if (this.status == null) {
                this.status = new byte[day.length];
            }
            this.status[row] = status == CareEvent.Status.PLANNED ? PLANNED : WITHDRAWN;
        }
    }

    /// When the source learnt it, in microseconds since 1970-01-01T00:00Z, or [#UNKNOWN].
    public void registered(int row, long micros) {
        if (micros != UNKNOWN) {
            if (registered == null) {
                registered = new long[day.length];
                Arrays.fill(registered, UNKNOWN);
            }
            registered[row] = micros;
        }
    }

    /// The fingerprint of source and id of a row that has an id.
    public void identity(int row, long high, long low) {
        if (identityHigh == null || identityLow == null) {
            identityHigh = new long[day.length];
            identityLow = new long[day.length];
        }
        identityHigh[row] = high;
        identityLow[row] = (high | low) == 0 ? 1 : low;
    }

    public void source(int row, int source) {
        if (source != 0) {
            if (this.source == null) {
                this.source = new char[day.length];
            }
            this.source[row] = (char) source;
        }
    }

    /// Keeps the text of the id, for those who pass it on.
    public void id(int row, byte[] buffer, int start, int end) {
        if (start != end) {
            if (ids == null || id == null) {
                ids = new Texts();
                id = new int[day.length];
            }
            id[row] = ids.add(buffer, start, end);
        }
    }

    void add(CareEvent e) {
        int home = lists.regions().of(e.homeRegion());
        int sex = e.sex().isEmpty() ? 0 : e.sex().charAt(0);
        int row = add(
                lists.persons().of(e.person()),
                lists.codes().of(e.code()),
                (int) e.day().toEpochDay(),
                lists.units().of(e.unit()),
                lists.regions().of(e.region()),
                lists.traits(home, sex, e.born() == null ? 0 : e.born()));
        pathway(row, lists.pathways().of(e.pathway()));
        ref(row, lists.refs().of(e.ref()));
        status(row, e.status());
        registered(
                row,
                e.registered() == null
                        ? UNKNOWN
                        : ChronoUnit.MICROS.between(
                                Instant.EPOCH, e.registered().truncatedTo(ChronoUnit.MICROS)));
        source(row, lists.sources().of(e.source()));
        if (!e.id().isEmpty()) {
            byte[] id = e.id().getBytes(StandardCharsets.UTF_8);
            id(row, id, 0, id.length);
            var seed = sourceSeed(e.source());
            var identity = Fingerprint.of(seed.high(), seed.low(), id, 0, id.length);
            identity(row, identity.high(), identity.low());
        }
    }

    /// What the fingerprint of an id starts from, so that it holds within its source.
    public static Fingerprint sourceSeed(String source) {
        byte[] utf8 = source.getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(utf8, 0, utf8.length);
    }

    boolean hasIdentity(int row) {
        return identityHigh != null && identityLow != null && (identityHigh[row] | identityLow[row]) != 0;
    }

    CareEvent.Status status(int row) {
        return switch (status == null ? DONE : status[row]) {
            case DONE -> CareEvent.Status.DONE;
            case PLANNED -> CareEvent.Status.PLANNED;
            default -> CareEvent.Status.WITHDRAWN;
        };
    }

    CareEvent event(int row) {
        if (id == null && hasIdentity(row)) {
            throw new IllegalStateException("These events were read for tracing: their ids were not kept");
        }
        return asFarAsKept(row);
    }

    /// The event, without source and id where these were not kept.
    CareEvent asFarAsKept(int row) {
        long trait = lists.traits().packed(traits[row]);
        byte sex = Traits.sex(trait);
        return new CareEvent(
                lists.names().text(person[row]),
                lists.codes().texts().text(code[row]),
                LocalDate.ofEpochDay(day[row]),
                lists.units().texts().text(unit[row]),
                lists.regions().texts().text(region[row]),
                lists.regions().texts().text(Traits.homeRegion(trait)),
                sex == 0 ? "" : sex == 'F' ? "F" : "M",
                Traits.born(trait) == 0 ? null : (int) Traits.born(trait),
                pathway == null ? "" : lists.pathways().texts().text(pathway[row]),
                source == null ? "" : lists.sources().texts().text(source[row]),
                ids == null || id == null ? "" : ids.text(id[row]),
                status(row),
                registered == null || registered[row] == UNKNOWN
                        ? null
                        : Instant.EPOCH.plus(registered[row], ChronoUnit.MICROS),
                ref == null ? "" : lists.refs().texts().text(ref[row]));
    }

    private void reserve(int rows) {
        int old = day.length;
        person = Arrays.copyOf(person, rows);
        code = Arrays.copyOf(code, rows);
        day = Arrays.copyOf(day, rows);
        unit = Arrays.copyOf(unit, rows);
        region = Arrays.copyOf(region, rows);
        traits = Arrays.copyOf(traits, rows);
        pathway = pathway == null ? null : Arrays.copyOf(pathway, rows);
        ref = ref == null ? null : Arrays.copyOf(ref, rows);
        status = status == null ? null : Arrays.copyOf(status, rows);
        identityHigh = identityHigh == null ? null : Arrays.copyOf(identityHigh, rows);
        identityLow = identityLow == null ? null : Arrays.copyOf(identityLow, rows);
        source = source == null ? null : Arrays.copyOf(source, rows);
        id = id == null ? null : Arrays.copyOf(id, rows);
        if (registered != null) {
            registered = Arrays.copyOf(registered, rows);
            Arrays.fill(registered, old, rows, UNKNOWN);
        }
    }
}
