package se.varjedag.pathway.reported;

import java.time.LocalDate;
import java.util.Comparator;

/// One start or end of one pathway as it is reported. Nothing in it names a person.
///
/// @param code       the national code (KVÅ); an end by death has that of other medical reasons (74)
/// @param region     the county code of the region that registered it, and so reports it; never empty in a report
/// @param homeRegion the county code of the patient's residence; empty when it is not known
/// @param definition the pathway, as an index into the definitions
public record ReportedRow(String code, LocalDate date, String region, String homeRegion, int definition, Kind kind)
        implements Comparable<ReportedRow> {

    private static final Comparator<ReportedRow> ORDER = Comparator.comparing(ReportedRow::date)
            .thenComparing(ReportedRow::code)
            .thenComparing(ReportedRow::region)
            .thenComparing(ReportedRow::homeRegion)
            .thenComparingInt(ReportedRow::definition)
            .thenComparing(ReportedRow::kind);

    /// What is reported of a pathway.
    public enum Kind {
        /// The decision well-founded suspicion (10).
        START("start"),
        /// An end that reaches the measure: a treatment start, or what the definition lets count.
        TREATED("treated"),
        /// An end for another reason.
        LEFT("left"),
        /// The criteria were not met (70): reported, and counted nowhere.
        NOT_MET("not-met");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// How it is written in texts and addresses.
        public String key() {
            return key;
        }
    }

    /// By date, code, region and county of residence: an order that tells of no patient.
    @Override
    public int compareTo(ReportedRow other) {
        return ORDER.compare(this, other);
    }

    /// As a line of the file.
    public String line() {
        return code + "," + date + "," + region + "," + homeRegion;
    }
}
