package se.varjedag.nation;

/// The clinics that investigate and operate.
enum Specialty {
    BREAST("Bröstmottagningen"),
    COLORECTAL("Kolorektalmottagningen"),
    DIAGNOSTIC("Diagnostiskt centrum"),
    GYNAECOLOGY("Gynmottagningen"),
    HAEMATOLOGY("Hematologmottagningen"),
    HEAD_NECK("Öron-näsa-halsmottagningen"),
    LUNG("Lungmottagningen"),
    NEURO("Neurokirurgiska mottagningen"),
    SARCOMA("Sarkommottagningen"),
    SKIN("Hudmottagningen"),
    UPPER_ABDOMEN("Övre buk-mottagningen"),
    UROLOGY("Urologmottagningen");

    private final String word;

    Specialty(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
