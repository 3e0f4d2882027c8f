package se.varjedag.app.followup.web.reasons;

import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;

/// Orsaker: why limits were passed, by pathway and by region. What has been said since the page was made is read anew.
public record ReasonsPage(Reading reading, SelectionForm form) {
    static final String FOLDER = "/folj-upp/orsaker";

    static ReasonsPage of(Reading reading) {
        return new ReasonsPage(reading, SelectionForm.ofFollowUp(reading, List.of()));
    }
}
