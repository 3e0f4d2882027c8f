package se.varjedag.app.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/// Writes what is given as FHIR R4, with HAPI's model and encoder. The way in for classes that Spring knows: nothing of
/// HAPI stands in what they call, so that it is loaded with the first question and not before.
final class Written {
    private final Names names;
    private final String base;

    /// @param base the address of the interface
    Written(Names names, String base) {
        this.names = names;
        this.base = base;
    }

    /// Made when first asked for: that takes about a second.
    private static final class Context {
        static final FhirContext R4 = made();

        private static FhirContext made() {
            var context = FhirContext.forR4();
            context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
            return context;
        }
    }

    /// What a page of a search holds.
    ///
    /// @param total how many there are in all, where that is known
    /// @param next  the link to the next page; empty on the last
    record Page(List<Given> found, OptionalLong total, String self, Optional<String> next) {

        Page {
            found = List.copyOf(found);
        }
    }

    /// One resource.
    byte[] one(Given given, Form form, boolean pretty, Asked.Summary summary) {
        return text(resource(given), form, pretty, summary);
    }

    /// A page of a search.
    byte[] page(Page page, Form form, boolean pretty, Asked.Summary summary) {
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        page.total().ifPresent(total -> bundle.setTotal(Math.toIntExact(total)));
        bundle.addLink().setRelation("self").setUrl(page.self());
        page.next().ifPresent(next -> bundle.addLink().setRelation("next").setUrl(next));
        for (var given : page.found()) {
            var resource = resource(given);
            bundle.addEntry()
                    .setFullUrl(base + "/" + given.type() + "/" + given.id())
                    .setResource(resource)
                    .getSearch()
                    .setMode(Bundle.SearchEntryMode.MATCH);
        }
        return text(bundle, form, pretty, summary);
    }

    /// Everything in one bundle that can be read in again.
    byte[] collection(List<Given> all, Form form, boolean pretty) {
        var bundle = new Bundle().setType(Bundle.BundleType.COLLECTION);
        for (var given : all) {
            bundle.addEntry()
                    .setFullUrl(base + "/" + given.type() + "/" + given.id())
                    .setResource(resource(given));
        }
        return text(bundle, form, pretty, Asked.Summary.FALSE);
    }

    /// What this interface can.
    byte[] capabilities(Capabilities.Told told, Form form, boolean pretty) {
        return text(Capabilities.of(told, base), form, pretty, Asked.Summary.FALSE);
    }

    /// Why there is no answer.
    static byte[] outcome(Problem problem, Form form) {
        var outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(problem.issue()))
                .setDiagnostics(problem.sentence());
        return text(outcome, form, false, Asked.Summary.FALSE);
    }

    private Resource resource(Given given) {
        var resource = switch (given) {
            case Given.OfPatient one -> PatientResource.of(one.chart());
            case Given.OfEpisode one -> EpisodeResource.of(one, names);
            case Given.OfEvent one -> EventResource.of(one, names);
            case Given.OfPlan one -> PlanResource.of(one, names);
            case Given.OfOrigin one -> OriginResource.of(one, names);
            case Given.OfLogLine one -> LogLineResource.of(one, names);
            case Given.OfMeasure one -> MeasureResource.of(one.measure(), names, base);
            case Given.OfReport one -> ReportResource.of(one, names, base);
        };
        resource.setId(given.id());
        resource.getMeta().setLastUpdated(Date.from(given.lastUpdated()));
        return resource;
    }

    private static byte[] text(Resource resource, Form form, boolean pretty, Asked.Summary summary) {
        var parser = form == Form.JSON ? Context.R4.newJsonParser() : Context.R4.newXmlParser();
        parser.setPrettyPrint(pretty);
        parser.setSummaryMode(summary == Asked.Summary.TRUE);
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }
}
