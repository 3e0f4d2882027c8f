package se.varjedag.nation;

/// A unit that events name. Its id looks like those of care but cannot be one.
///
/// @param id such as `SIM-05-0012`
/// @param name such as `Urologmottagningen, Linköping`
/// @param region the county code
/// @param caregiver who answers for it in law
public record CareUnit(String id, String name, Kind kind, String region, String caregiver) {

    /// What is done there.
    public enum Kind {
        PRIMARY_CARE("Vårdcentral"),
        CLINIC("Mottagning"),
        IMAGING("Röntgen"),
        LABORATORY("Patologi"),
        RADIOTHERAPY("Strålbehandling"),
        ONCOLOGY("Onkologi");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The Swedish word for it.
        public String word() {
            return word;
        }
    }
}
