package se.varjedag.nation;

import java.util.List;
import java.util.Map;

/// What the made-up course of a diagnosis is made of. Assumed, as plausible as a demonstration needs; real drugs by
/// their
/// generic names.
///
/// @param statuses from the earliest to the latest
/// @param drugs    one after another
record CourseModel(
        String performance,
        String imaging,
        String operation,
        String target,
        List<String> statuses,
        List<Marker> markers,
        List<Drug> drugs,
        List<Test> tests) {

    /// A laboratory value.
    ///
    /// @param ofDisease whether it follows the disease, and not only the treatment
    /// @param precision how many parts of a whole it is told in
    record Marker(String item, String measure, double low, double high, boolean ofDisease, double precision) {}

    /// A drug and about how many months it is given.
    record Drug(String kind, String name, double months) {}

    /// A test of pathology and what it may answer.
    record Test(String item, List<String> answers) {}

    private static final Marker HB = new Marker("hb", "g/l", 120, 155, false, 1);
    private static final Marker PLATELETS = new Marker("platelets", "10⁹/l", 150, 390, false, 1);
    private static final Marker NEUTROPHILS = new Marker("neutrophils", "10⁹/l", 1.6, 7.5, false, 10);
    private static final Marker CALCIUM = new Marker("calcium", "mmol/l", 2.15, 2.5, false, 100);
    private static final List<String> SOLID =
            List.of("localised", "locally-advanced", "recurrence", "metastatic", "progression");
    private static final List<String> YES_OR_NO = List.of("positiv", "negativ");
    private static final Test HISTOLOGY = new Test("histology", List.of("adenokarcinom", "skivepitelkarcinom"));

    private static final CourseModel REST = new CourseModel(
            "ecog",
            "ct",
            "resektion",
            "tumörområde",
            SOLID,
            List.of(HB, new Marker("crp", "mg/l", 0, 5, true, 1), new Marker("creatinine", "µmol/l", 50, 95, false, 1)),
            List.of(new Drug("chemotherapy", "cytostatika", 5), new Drug("immunotherapy", "pembrolizumab", 10)),
            List.of(HISTOLOGY));

    private static final Map<String, CourseModel> BY_ID = Map.of(
            "prostatacancer",
            new CourseModel(
                    "ecog",
                    "mr",
                    "prostatektomi",
                    "prostata",
                    List.of("localised", "recurrence", "metastatic", "castration-resistant"),
                    List.of(
                            new Marker("psa", "µg/l", 0, 4, true, 100),
                            HB,
                            new Marker("alp", "µkat/l", 0.6, 1.9, false, 10),
                            new Marker("testosterone", "nmol/l", 8, 30, false, 10)),
                    List.of(
                            new Drug("gnrh", "leuprorelin", 18),
                            new Drug("arpi", "abirateron", 11),
                            new Drug("chemotherapy", "docetaxel", 5),
                            new Drug("bone", "zoledronsyra", 12)),
                    List.of(new Test("gleason", List.of("3+4", "4+3", "4+4", "4+5")), new Test("brca", YES_OR_NO))),
            "brostcancer",
            new CourseModel(
                    "ecog",
                    "ct",
                    "bröstbevarande operation",
                    "bröst",
                    SOLID,
                    List.of(new Marker("ca153", "kE/l", 0, 30, true, 1), HB, NEUTROPHILS),
                    List.of(
                            new Drug("chemotherapy", "epirubicin", 4),
                            new Drug("endocrine", "letrozol", 24),
                            new Drug("cdk46", "palbociklib", 14)),
                    List.of(
                            new Test("er", YES_OR_NO),
                            new Test("pr", YES_OR_NO),
                            new Test("her2-status", YES_OR_NO),
                            new Test("ki67", List.of("8 %", "18 %", "34 %")))),
            "njurcancer",
            new CourseModel(
                    "ecog",
                    "ct",
                    "nefrektomi",
                    "skelett",
                    SOLID,
                    List.of(HB, CALCIUM, new Marker("ldh", "µkat/l", 1.8, 3.4, true, 10), NEUTROPHILS, PLATELETS),
                    List.of(new Drug("immunotherapy", "nivolumab", 10), new Drug("targeted", "kabozantinib", 9)),
                    List.of(new Test("histology", List.of("klarcellig", "papillär")))),
            "lungcancer",
            new CourseModel(
                    "ecog",
                    "ct",
                    "lobektomi",
                    "lunga",
                    SOLID,
                    List.of(
                            new Marker("crp", "mg/l", 0, 5, true, 1),
                            HB,
                            new Marker("ldh", "µkat/l", 1.8, 3.4, true, 10)),
                    List.of(
                            new Drug("chemotherapy", "karboplatin + pemetrexed", 4),
                            new Drug("immunotherapy", "pembrolizumab", 10),
                            new Drug("targeted", "osimertinib", 14)),
                    List.of(
                            HISTOLOGY,
                            new Test("egfr", YES_OR_NO),
                            new Test("alk", YES_OR_NO),
                            new Test("ros1", YES_OR_NO),
                            new Test("pdl1", List.of("under 1 %", "1–49 %", "minst 50 %")))),
            "hudmelanom",
            new CourseModel(
                    "ecog",
                    "pet",
                    "utvidgad excision",
                    "lymfkörtlar",
                    SOLID,
                    List.of(
                            new Marker("ldh", "µkat/l", 1.8, 3.4, true, 10),
                            new Marker("s100b", "µg/l", 0, 0.1, true, 100),
                            HB),
                    List.of(
                            new Drug("immunotherapy", "nivolumab", 11),
                            new Drug("targeted", "dabrafenib + trametinib", 10)),
                    List.of(new Test("breslow", List.of("0,7 mm", "1,4 mm", "3,2 mm")), new Test("braf", YES_OR_NO))),
            "myelom",
            new CourseModel(
                    "ecog",
                    "mr",
                    "vertebroplastik",
                    "skelett",
                    List.of("active", "partial-response", "complete-response", "relapse", "refractory"),
                    List.of(
                            new Marker("m-protein", "g/l", 0, 6, true, 1),
                            new Marker("flc", "", 0.3, 1.7, true, 100),
                            HB,
                            new Marker("creatinine", "µmol/l", 50, 95, false, 1),
                            CALCIUM),
                    List.of(
                            new Drug("proteasome", "bortezomib", 5),
                            new Drug("imid", "lenalidomid", 16),
                            new Drug("cd38", "daratumumab", 12)),
                    List.of(
                            new Test("iss", List.of("I", "II", "III")),
                            new Test("bone-marrow", List.of("18 %", "45 %")))),
            "hjarntumorer",
            new CourseModel(
                    "kps",
                    "mr",
                    "kraniotomi",
                    "hjärna",
                    List.of("newly-diagnosed", "stable", "progression", "seizures"),
                    List.of(HB, PLATELETS, NEUTROPHILS),
                    List.of(
                            new Drug("chemotherapy", "temozolomid", 7),
                            new Drug("steroid", "betametason", 3),
                            new Drug("antiepileptic", "levetiracetam", 12)),
                    List.of(
                            new Test("histology", List.of("glioblastom", "astrocytom")),
                            new Test("mgmt", List.of("metylerad", "ometylerad")),
                            new Test("idh", List.of("muterad", "vildtyp")))),
            "aggstockscancer",
            new CourseModel(
                    "ecog",
                    "ct",
                    "cytoreduktiv operation",
                    "bäcken",
                    SOLID,
                    List.of(
                            new Marker("ca125", "kE/l", 0, 35, true, 1),
                            HB,
                            PLATELETS,
                            new Marker("albumin", "g/l", 36, 48, false, 1)),
                    List.of(
                            new Drug("chemotherapy", "karboplatin + paklitaxel", 5),
                            new Drug("parp", "olaparib", 16),
                            new Drug("angiogenesis", "bevacizumab", 10)),
                    List.of(
                            new Test("histology", List.of("höggradig serös")),
                            new Test("brca", YES_OR_NO),
                            new Test("hrd", YES_OR_NO),
                            new Test("residual", List.of("ingen", "under 1 cm")))));

    /// The course of the diagnosis that a code's prefix stands for; what has none of its own gets the general one.
    static CourseModel of(String prefix) {
        int found = Nation.definitions().ofPrefix(prefix);
        return found < 0
                ? REST
                : BY_ID.getOrDefault(Nation.definitions().all().get(found).id(), REST);
    }
}
