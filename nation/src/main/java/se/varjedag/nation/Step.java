package se.varjedag.nation;

/// One thing that has to be done on the way from suspicion to the end.
enum Step {
    REFERRAL,
    VISIT,
    CT,
    MR,
    ULTRASOUND,
    PET,
    ENDOSCOPY,
    SPECIMEN,
    OPERATION,
    CONFERENCE,
    INFORM,
    DECIDE,
    OWN_TIME,
    TRANSFER,
    END
}
