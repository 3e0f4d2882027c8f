package se.varjedag.app.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The pseudonyms that persons have in the log: the only way from a number to a person.
@Component
public class PersonPseudonyms {
    private final EventLog log;

    PersonPseudonyms(EventLog log) {
        this.log = log;
    }

    /// The pseudonym of a person.
    ///
    /// @param id what deliveries call the person; of an identity number its canonical form
    public UUID of(String id) {
        return log.pseudonyms().person(id);
    }

    /// The pseudonyms of many.
    public Map<String, UUID> of(Collection<String> ids) {
        var pseudonyms = log.pseudonyms();
        Map<String, UUID> all = new HashMap<>();
        ids.forEach(id -> all.put(id, pseudonyms.person(id)));
        return all;
    }
}
