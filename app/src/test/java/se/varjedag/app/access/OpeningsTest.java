package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;

class OpeningsTest {
    private static final UUID PERSON = new UUID(0, 7);
    private static final List<Assignment> AT_U1 = List.of(new Assignment(Role.CLINICIAN, "U1"));

    @Test
    void what_an_account_opened_is_closed_to_somebody_of_the_provider_who_is_called_so() {
        try (var installation = Installation.started()) {
            var openings = installation.bean(Openings.class);
            var here = new Acting(new Account("lo", "Lo", AT_U1), AT_U1.getFirst());
            var there = new Acting(Account.ofProvider("lo", "Lo", AT_U1), AT_U1.getFirst());

            openings.open(here, PERSON, Openings.Kind.CHOICE, "");
            assertThat(openings.open(here, PERSON)).containsExactly(Openings.Kind.CHOICE);
            assertThat(openings.open(there, PERSON)).isEmpty();

            openings.open(there, PERSON, Openings.Kind.SHARED, "");
            assertThat(openings.open(there, PERSON)).containsExactly(Openings.Kind.SHARED);
            assertThat(openings.open(here, PERSON)).containsExactly(Openings.Kind.CHOICE);
        }
    }
}
