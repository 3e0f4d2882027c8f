package se.varjedag.pathway.definition;

/// The longest lead time that applies to one pathway. Not knowing it is a case of its own.
public sealed interface Limit {

    /// The limit in calendar days; `assumed` when it was made up for a simulation and is not a national number.
    record Days(int days, boolean assumed) implements Limit {}

    /// No limit is known ("gräns saknas").
    record Unknown(Why why) implements Limit {}

    /// Why no limit is known.
    enum Why {
        NOT_READ("gränsen är inte läst i någon källa", "the limit was not read in any source"),
        NOT_STATED("definitionen anger ingen gräns för detta avslut", "the definition states no limit for this end"),
        NOT_VALID_THEN(
                "ingen känd gräns gällde den dag förloppet startade",
                "no known limit was valid on the day of the start"),
        TRACK_UNDECIDED("det går inte att avgöra vilket spår som gäller", "nothing decides which track applies"),
        SUPERSEDED(
                "den lästa gränsen är ersatt av en senare version som inte är läst",
                "the limit that was read is superseded by a later version that was not read"),
        OTHER_MEASURE(
                "det lästa talet är ett mål eller räknas från en annan punkt, inte en gräns",
                "the number that was read is a target or starts at another point, not a limit");

        private final String sv;
        private final String en;

        Why(String sv, String en) {
            this.sv = sv;
            this.en = en;
        }

        /// The reason in words for a page.
        public String explain(Language language) {
            return switch (language) {
                case SV -> sv;
                case EN -> en;
            };
        }
    }
}
