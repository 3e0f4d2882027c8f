package se.varjedag.pathway.event;

/// The numbered texts that batches of one reader share. Not for two threads at a time.
public final class EventLists {
    /// So many numbers fit beside those a reader may add before it asks again; the narrow columns hold 65 535.
    private static final int NEARLY_FULL = 32_000;

    private final TextIndex persons = new TextIndex();
    private final TextIndex codes = new TextIndex();
    private final TextIndex units = new TextIndex();
    private final TextIndex regions = new TextIndex();
    private final TextIndex pathways = new TextIndex();
    private final TextIndex sources = new TextIndex();
    private final TextIndex refs = new TextIndex();
    private final Traits traits = new Traits();
    private Texts names = persons.texts();

    public TextIndex persons() {
        return persons;
    }

    public TextIndex codes() {
        return codes;
    }

    public TextIndex units() {
        return units;
    }

    /// Regions that report, and home regions.
    public TextIndex regions() {
        return regions;
    }

    public TextIndex pathways() {
        return pathways;
    }

    public TextIndex sources() {
        return sources;
    }

    public TextIndex refs() {
        return refs;
    }

    /// The number of a combination of home region (a number in [#regions()]), sex (`F`, `M`, 0) and year of birth (or
    /// 0).
    public int traits(int homeRegion, int sex, int born) {
        return traits.of(Traits.pack(homeRegion, sex, born));
    }

    Traits traits() {
        return traits;
    }

    /// Whether a reader should go on with new lists before it adds many more rows.
    public boolean nearlyFull() {
        return codes.size() > NEARLY_FULL
                || regions.size() > NEARLY_FULL
                || pathways.size() > NEARLY_FULL
                || sources.size() > NEARLY_FULL
                || traits.size() > NEARLY_FULL
                || Math.max(units.texts().totalBytes(), refs.texts().totalBytes()) > 1 << 30
                || persons.texts().totalBytes() > 1 << 30;
    }

    /// Calls the persons by other names from now on: `names` gives each number's.
    public void rename(Texts names) {
        if (names.size() != persons.size()) {
            throw new IllegalArgumentException("%d names for %d persons".formatted(names.size(), persons.size()));
        }
        this.names = names;
    }

    boolean renamed() {
        return names != persons.texts();
    }

    Texts names() {
        return names;
    }
}
