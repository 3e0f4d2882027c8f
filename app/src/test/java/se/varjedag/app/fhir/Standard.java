package se.varjedag.app.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// FHIR R4 itself, as HAPI's validator knows it. One for all tests, for it takes ten seconds to read the standard.
public final class Standard {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = made();

    private Standard() {}

    private static FhirValidator made() {
        return with(List.of());
    }

    /// A validator that knows these resources beside the standard, such as forms by their canonical addresses.
    public static FhirValidator with(Collection<String> resources) {
        var codes = new UnknownCodeSystemWarningValidationSupport(R4);
        var all = new ValidationSupportChain(
                new Known(resources),
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4),
                codes);
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(all));
    }

    /// Forms by their canonical addresses, with a version and without.
    private static final class Known implements IValidationSupport {
        private final Map<String, Resource> all = new HashMap<>();

        private Known(Collection<String> resources) {
            for (var text : resources) {
                if (R4.newJsonParser().parseResource(text) instanceof Questionnaire form) {
                    all.put(form.getUrl(), form);
                    all.put(form.getUrl() + "|" + form.getVersion(), form);
                }
            }
        }

        @Override
        public FhirContext getFhirContext() {
            return R4;
        }

        @Override
        public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String address) {
            var found = all.get(address);
            return type != null && type.isInstance(found) ? type.cast(found) : null;
        }
    }

    /// What the standard has against a text; warnings are left out.
    public static List<String> faults(String text) {
        return faults(VALIDATOR, text);
    }

    /// What a validator has against a text; warnings are left out.
    public static List<String> faults(FhirValidator validator, String text) {
        return validator.validateWithResult(text).getMessages().stream()
                .filter(one ->
                        one.getSeverity() == ResultSeverityEnum.ERROR || one.getSeverity() == ResultSeverityEnum.FATAL)
                .map(one -> one.getLocationString() + ": " + one.getMessage())
                .toList();
    }

    /// A text as a resource.
    public static <T extends Resource> T read(Class<T> type, String text) {
        var parser = text.startsWith("<") ? R4.newXmlParser() : R4.newJsonParser();
        return parser.parseResource(type, text);
    }

    /// The resources of a page.
    public static List<Resource> entries(String text) {
        return read(Bundle.class, text).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }
}
