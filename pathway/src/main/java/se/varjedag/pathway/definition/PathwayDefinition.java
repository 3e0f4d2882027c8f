package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is measured for one diagnosis (standardiserat vårdförlopp, SVF): codes, limits by treatment and track, step
/// allowances, the rules where it differs, and the source of each number.
public final class PathwayDefinition {
    /// Says nothing: what a file that builds on no other builds on.
    static final PathwayDefinition BLANK = new PathwayDefinition(
            "",
            new Words("", ""),
            CodeScheme.NONE,
            List.of(),
            Tracks.NONE,
            List.of(),
            List.of(),
            EndRules.NATIONAL,
            AgeRule.ADULTS,
            new Provenance(OptionalInt.empty(), new Words("", ""), new Words("", ""), Confidence.VERIFIED, List.of()),
            List.of(),
            "",
            new Origin("", 1, 1));

    private final String id;
    private final Words name;
    private final CodeScheme codes;
    private final List<String> icd10;
    private final Tracks tracks;
    private final LimitTable limits;
    private final List<StepAllowance> allowances;
    private final EndRules ends;
    private final AgeRule age;
    private final Provenance provenance;
    private final List<Words> notes;
    private final String content;
    private final Origin origin;

    PathwayDefinition(
            String id,
            Words name,
            CodeScheme codes,
            List<String> icd10,
            Tracks tracks,
            List<LimitRow> limits,
            List<StepAllowance> allowances,
            EndRules ends,
            AgeRule age,
            Provenance provenance,
            List<Words> notes,
            String content,
            Origin origin) {
        this.id = id;
        this.name = name;
        this.codes = codes;
        this.icd10 = List.copyOf(icd10);
        this.tracks = tracks;
        this.limits = new LimitTable(limits, tracks, ends.shorterAtPathology());
        this.allowances = List.copyOf(allowances);
        this.ends = ends;
        this.age = age;
        this.provenance = provenance;
        this.notes = List.copyOf(notes);
        this.content = content;
        this.origin = origin;
    }

    /// The name used in files and answers, for example `lungcancer`.
    public String id() {
        return id;
    }

    /// The name used on pages.
    public String name(Language language) {
        return name.in(language);
    }

    /// The codes that the definition claims, and where they were read.
    public CodeScheme codes() {
        return codes;
    }

    /// The prefix of its codes, for example `VC0`; empty where it is unknown.
    public Optional<String> prefix() {
        return codes.prefix();
    }

    /// The diagnoses as the source writes them; empty where none was read.
    public List<String> icd10() {
        return icd10;
    }

    /// Every row of the table of lead times, also those that are not limits.
    public List<LimitRow> limits() {
        return limits.rows();
    }

    /// The steps on the way.
    public List<StepAllowance> allowances() {
        return allowances;
    }

    /// The tracks and what tells them apart.
    public Tracks tracks() {
        return tracks;
    }

    /// The track that holds without a marker.
    public Optional<String> defaultTrack() {
        return tracks.standard();
    }

    /// The track that holds with the marker.
    public Optional<String> extendedTrack() {
        return tracks.extended();
    }

    /// The full code that says that the extended investigation is followed.
    public Optional<String> extendedMarker() {
        return tracks.marker();
    }

    /// Whether this code puts the pathway on the extended track.
    public boolean marksExtended(String code) {
        return tracks.marker().isPresent() && tracks.marker().get().equals(code);
    }

    /// Where the ends differ from the national model.
    public EndRules ends() {
        return ends;
    }

    /// Whether a code with this suffix ends nothing here.
    public boolean forbids(int suffix) {
        return ends.forbids(suffix);
    }

    /// Whether this end counts as treated, for a pathway started that day.
    public boolean reaches(int endSuffix, LocalDate start) {
        return ends.reaches(endSuffix, start);
    }

    /// The lowest age at which the pathway should be started that day.
    public int minimumAge(LocalDate start) {
        return age.minimumAge(start);
    }

    /// The limit for a pathway that ended with this kind of treatment.
    public Limit limit(LocalDate start, TreatmentKind kind, boolean extended, boolean suspicionAtPathology) {
        return limits.limit(start, kind, extended, suspicionAtPathology);
    }

    /// The longest limit still possible for a pathway that waits; unknown if that of any treatment is unknown.
    public Limit longestLimit(LocalDate start, boolean extended, boolean suspicionAtPathology) {
        return limits.longest(start, extended, suspicionAtPathology);
    }

    /// The shortest known limit still possible for a pathway that waits.
    public Limit shortestLimit(LocalDate start, boolean extended, boolean suspicionAtPathology) {
        return limits.shortest(start, extended, suspicionAtPathology);
    }

    /// The days of [#limit], or -1 where it is unknown. Allocates nothing.
    public int limitDays(int startEpochDay, TreatmentKind kind, boolean extended, boolean atPathology) {
        return limits.days(startEpochDay, kind, extended, atPathology);
    }

    /// The days of [#longestLimit], or -1 where it is unknown. Allocates nothing.
    public int longestLimitDays(int startEpochDay, boolean extended, boolean atPathology) {
        return limits.longestDays(startEpochDay, extended, atPathology);
    }

    /// The days of [#shortestLimit], or -1 where it is unknown. Allocates nothing.
    public int shortestLimitDays(int startEpochDay, boolean extended, boolean atPathology) {
        return limits.shortestDays(startEpochDay, extended, atPathology);
    }

    /// Whether the limit of [#limitDays] is an assumption.
    public boolean assumedLimit(int startEpochDay, TreatmentKind kind, boolean extended) {
        return limits.assumed(startEpochDay, kind, extended);
    }

    /// Whether the limit of [#longestLimitDays] is an assumption.
    public boolean assumedLongestLimit(int startEpochDay, boolean extended) {
        return limits.longestAssumed(startEpochDay, extended);
    }

    /// Where the definition comes from.
    public Provenance provenance() {
        return provenance;
    }

    /// The addresses that were read.
    public List<String> source() {
        return provenance.source();
    }

    /// How well its table is known.
    public Confidence confidence() {
        return provenance.confidence();
    }

    /// Whether later versions may have changed its table, in words.
    public Words tableStatus() {
        return provenance.tableStatus();
    }

    /// The version that the numbers come from, and later ones known to exist.
    public Words version() {
        return provenance.version();
    }

    /// The year it came into use.
    public OptionalInt introduced() {
        return provenance.introduced();
    }

    /// What a reader of its figures should know.
    public List<Words> notes() {
        return notes;
    }

    /// The name in both languages.
    Words name() {
        return name;
    }

    /// The lowest ages.
    AgeRule age() {
        return age;
    }

    /// Where its codes are written.
    Origin origin() {
        return origin;
    }

    /// What the file said, without comments and layout: the ground of the hash.
    String content() {
        return content;
    }

    @Override
    public String toString() {
        return "PathwayDefinition[" + id + "]";
    }
}
