package se.varjedag.app.followup.web.equity;

import java.util.Locale;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;

/// How far from home treatment started, as far as regions tell: no event carries a distance.
enum Distance {
    /// In the region where the patient lives.
    SAME,
    /// In another region of the same healthcare region.
    NEAR,
    /// In another healthcare region.
    FAR,
    /// One of the regions is not known.
    UNKNOWN;

    static Distance of(String home, String treated) {
        if (home.isEmpty() || treated.isEmpty()) {
            return UNKNOWN;
        }
        if (home.equals(treated)) {
            return SAME;
        }
        var mine = Regions.byCode(home).map(Region::healthcareRegion);
        var theirs = Regions.byCode(treated).map(Region::healthcareRegion);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return UNKNOWN;
        }
        return mine.equals(theirs) ? NEAR : FAR;
    }

    /// The word in keys of texts.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
