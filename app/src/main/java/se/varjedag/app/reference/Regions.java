package se.varjedag.app.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The regions of Sweden, as they report. The code is the county's; 02, 11, 15 and 16 are not in use.
public final class Regions {
    private static final List<Region> ALL = List.of(
            new Region("01", "AB", "Stockholm", "stockholm-gotland"),
            new Region("03", "C", "Uppsala", "mellansverige"),
            new Region("04", "D", "Sörmland", "mellansverige"),
            new Region("05", "E", "Östergötland", "sydöst"),
            new Region("06", "F", "Jönköpings län", "sydöst"),
            new Region("07", "G", "Kronoberg", "syd"),
            new Region("08", "H", "Kalmar län", "sydöst"),
            new Region("09", "I", "Gotland", "stockholm-gotland"),
            new Region("10", "K", "Blekinge", "syd"),
            new Region("12", "M", "Skåne", "syd"),
            new Region("13", "N", "Halland", "syd"),
            new Region("14", "O", "Västra Götaland", "väst"),
            new Region("17", "S", "Värmland", "mellansverige"),
            new Region("18", "T", "Örebro län", "mellansverige"),
            new Region("19", "U", "Västmanland", "mellansverige"),
            new Region("20", "W", "Dalarna", "mellansverige"),
            new Region("21", "X", "Gävleborg", "mellansverige"),
            new Region("22", "Y", "Västernorrland", "norr"),
            new Region("23", "Z", "Jämtland Härjedalen", "norr"),
            new Region("24", "AC", "Västerbotten", "norr"),
            new Region("25", "BD", "Norrbotten", "norr"));

    private static final Map<String, String> HEALTHCARE_REGIONS = new LinkedHashMap<>();

    static {
        HEALTHCARE_REGIONS.put("norr", "Norra sjukvårdsregionen");
        HEALTHCARE_REGIONS.put("mellansverige", "Sjukvårdsregion Mellansverige");
        HEALTHCARE_REGIONS.put("stockholm-gotland", "Sjukvårdsregion Stockholm–Gotland");
        HEALTHCARE_REGIONS.put("väst", "Västra sjukvårdsregionen");
        HEALTHCARE_REGIONS.put("sydöst", "Sydöstra sjukvårdsregionen");
        HEALTHCARE_REGIONS.put("syd", "Södra sjukvårdsregionen");
    }

    private Regions() {}

    /// All regions, by county code.
    public static List<Region> all() {
        return ALL;
    }

    public static Optional<Region> byCode(String code) {
        return ALL.stream().filter(region -> region.code().equals(code)).findFirst();
    }

    /// The name of the region, or the code itself when no region has it.
    public static String name(String code) {
        return byCode(code).map(Region::name).orElse(code);
    }

    /// The keys of the healthcare regions, from north to south.
    public static List<String> healthcareRegions() {
        return List.copyOf(HEALTHCARE_REGIONS.keySet());
    }

    /// The name of a healthcare region (sjukvårdsregion: several regions that share highly specialised care).
    public static String healthcareRegion(String key) {
        return HEALTHCARE_REGIONS.getOrDefault(key, key);
    }
}
