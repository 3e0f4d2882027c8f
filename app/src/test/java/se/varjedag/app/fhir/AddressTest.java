package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.TestPostgres;

/// Which address the links of `/fhir` lead to.
class AddressTest {

    @Test
    void links_lead_to_the_address_that_is_configured_whichever_one_was_asked() throws Exception {
        try (var ward = new Ward("--VARJEDAG_URL=https://varjedag.example.se/")) {
            ward.events("q1,VC010,2023-05-01,05,A1,F,1960,,s,q1,", "q2,VC010,2023-05-01,05,A1,F,1960,,s,q2,");
            var told = Standard.read(CapabilityStatement.class, ward.got("anna", "/metadata"));
            var page = Standard.read(Bundle.class, ward.got("anna", "/Patient?_count=1"));

            assertThat(told.getImplementation().getUrl()).isEqualTo("https://varjedag.example.se/fhir");
            assertThat(page.getLink("self").getUrl()).startsWith("https://varjedag.example.se/fhir/Patient?");
            assertThat(page.getEntryFirstRep().getFullUrl()).startsWith("https://varjedag.example.se/fhir/Patient/");
            var next = page.getLink("next").getUrl();
            assertThat(next).startsWith("https://varjedag.example.se/fhir/Patient?_page=");
            assertThat(ward.found("anna", next.substring("https://varjedag.example.se/fhir".length())))
                    .hasSize(1);
        }
    }

    @Test
    void without_one_they_lead_to_the_address_that_was_asked() throws Exception {
        try (var ward = new Ward()) {
            assertThat(Standard.read(CapabilityStatement.class, ward.got("anna", "/metadata"))
                            .getImplementation()
                            .getUrl())
                    .isEqualTo("http://127.0.0.1:" + ward.installation().port() + "/fhir");
        }
    }

    @Test
    void what_is_no_address_stops_the_start() {
        var home = TestPostgres.newHome();
        assertThatThrownBy(() -> Installation.serving(home, "--VARJEDAG_URL=varjedag.example.se"))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("VARJEDAG_URL is 'varjedag.example.se'");
    }
}
