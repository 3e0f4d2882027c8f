package se.varjedag.app.strategy.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of a plan's table: the three of today, then those of ours. Written in Swedish, read in both languages.
enum Column {
    AREA("Förbättringsområde/patientlöfte", "förbättringsområde", "patientlöfte", "improvement area"),
    ACTIVITY("Aktiviteter", "aktivitet", "activit"),
    STATUS("Status", "status"),
    WORDS("Lägesbeskrivning", "lägesbeskrivning"),
    DETAILS("Beskrivning", "beskrivning", "description"),
    PROMISE("Löfte", "löfte", "promise"),
    DEVELOPMENT("Utvecklingsområde", "utvecklingsområde", "development"),
    OWNER("Ansvarig", "ansvarig", "owner"),
    REGIONS("Regioner", "region"),
    FROM("Från", "från", "from"),
    TO("Till", "till", "to"),
    INDICATOR("Mått", "mått", "measure"),
    PATHWAY("Vårdförlopp", "vårdförlopp", "pathway"),
    STEP("Steg", "steg", "step");

    private final String head;

    @SuppressWarnings("ImmutableEnumChecker") // a list of List.of never changes
    private final List<String> beginnings;

    Column(String head, String... beginnings) {
        this.head = head;
        this.beginnings = List.of(beginnings);
    }

    /// As it is written.
    String head() {
        return head;
    }

    /// The column that a heading names; empty for none.
    static Optional<Column> of(String heading) {
        var words = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(one -> one.beginnings.stream().anyMatch(words::startsWith))
                .findFirst();
    }
}
