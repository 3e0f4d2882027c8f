package se.varjedag.nation;

/// What patients queue for. Each service of a place is one [Station].
enum Service {
    VISIT,
    CT,
    MR,
    ULTRASOUND,
    PET,
    READING,
    ENDOSCOPY,
    LABORATORY,
    THEATRE,
    RADIOTHERAPY,
    DRUGS;

    /// Whether each specialty has a queue of its own.
    boolean bySpecialty() {
        return this == VISIT || this == THEATRE;
    }

    /// Whether each hospital has a queue of its own.
    boolean byHospital() {
        return this == CT || this == MR || this == ULTRASOUND;
    }
}
