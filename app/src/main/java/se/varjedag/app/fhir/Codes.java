package se.varjedag.app.fhir;

import java.util.regex.Pattern;

/// The systems that codes and numbers are given out under.
final class Codes {
    /// KVÅ (klassifikation av vårdåtgärder): the codes of the standardised pathways stand in its chapter V.
    static final String KVA = "urn:oid:1.2.752.116.1.3.2.1.4";

    /// Points between the national codes, and codes of an installation's own definitions, as events write them.
    static final String EVENT = "urn:varjedag:event-code";

    /// Definitions of pathways by their id.
    static final String PATHWAY = "urn:varjedag:pathway";

    /// Measuring points by their key.
    static final String POINT = "urn:varjedag:measuring-point";

    /// How a pathway stands.
    static final String STATE = "urn:varjedag:state";

    /// Figures of an answer by the name of their column.
    static final String FIGURE = "urn:varjedag:figure";

    /// What an answer is grouped by.
    static final String GROUP = "urn:varjedag:group";

    /// Regions by county code.
    static final String REGION = "urn:varjedag:region";

    /// Pseudonyms of this installation.
    static final String PERSON = "urn:varjedag:person";

    /// Import runs by number.
    static final String RUN = "urn:varjedag:import-run";

    /// What was done, in the access log.
    static final String ACTION = "urn:varjedag:log-action";

    /// Assignments that people act in.
    static final String ROLE = "urn:varjedag:role";

    static final String HSA = "urn:oid:1.2.752.129.2.1.4.1";
    static final String PERSONNUMMER = "http://electronichealth.se/identifier/personnummer";
    static final String SAMORDNINGSNUMMER = "http://electronichealth.se/identifier/samordningsnummer";
    static final String RESERVE_NUMBER = "http://electronichealth.se/identifier/nationelltReservnummer";

    private static final Pattern NATIONAL = Pattern.compile("V[A-Z]\\d{3}");

    private Codes() {}

    /// One code of a system.
    record Code(String system, String code) {
        /// Whether a search for `code`, `system|code`, `|code` or `system|` means it.
        boolean isMeantBy(String asked) {
            int bar = asked.indexOf('|');
            return bar < 0
                    ? code.equals(asked)
                    : (bar == 0 || system.equals(asked.substring(0, bar)))
                            && (bar == asked.length() - 1 || code.equals(asked.substring(bar + 1)));
        }
    }

    /// The code of an event: the national ones are KVÅ's.
    static Code ofEvent(String code) {
        return new Code(NATIONAL.matcher(code).matches() ? KVA : EVENT, code);
    }
}
