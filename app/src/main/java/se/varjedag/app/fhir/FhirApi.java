package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.ProviderSignIn;

/// What the interface can, and what it says of all that it cannot.
@RestController
@Allowed(Permission.SIGNED_IN)
class FhirApi {
    private static final Instant SINCE = Instant.parse("2026-11-22T00:00:00Z");

    private final ProviderSignIn provider;
    private final PageLinks pages;
    private final Replies replies;

    FhirApi(ProviderSignIn provider, PageLinks pages, Replies replies) {
        this.provider = provider;
        this.pages = pages;
        this.replies = replies;
    }

    @GetMapping("/fhir/metadata")
    ResponseEntity<byte[]> capabilities(HttpServletRequest request) {
        var types = new TreeMap<String, Set<String>>();
        for (var kind : CareKind.values()) {
            types.put(kind.type(), kind.parameters());
        }
        types.put(LogLinesSearch.TYPE, LogLinesSearch.PARAMETERS);
        types.put(FiguresSearch.MEASURE, Set.of("_id"));
        types.put(FiguresSearch.REPORT, FiguresSearch.parameters());
        var told = new Capabilities.Told(types, version(), SINCE, provider.takesTokens());
        return replies.capabilities(request, pages.base(request), told);
    }

    /// Where tokens come from, and what they may be made out for. The addresses of the provider stand in its own
    /// `/.well-known/openid-configuration`.
    @GetMapping(path = "/fhir/.well-known/smart-configuration", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> smart() {
        var issuer = provider.issuerOfTokens()
                .orElseThrow(() ->
                        Problem.noSuchAddress("No identity provider is configured here, so no tokens are taken."));
        return Map.of(
                "issuer", issuer,
                "grant_types_supported", List.of("authorization_code", "client_credentials"),
                "code_challenge_methods_supported", List.of("S256"),
                "scopes_supported",
                        List.of(
                                "patient/*.read",
                                "user/*.read",
                                "system/*.read",
                                "patient/*.rs",
                                "user/*.rs",
                                "system/*.rs"),
                "capabilities", List.of("permission-patient", "permission-user", "permission-v1", "permission-v2"));
    }

    private static String version() {
        return Optional.ofNullable(FhirApi.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /// Everything that no other address is: unknown types, and methods that nobody answers.
    @RequestMapping({"/fhir", "/fhir/**"})
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            throw Problem.onlyRead(request.getMethod());
        }
        throw Problem.noSuchAddress(
                "There is no such address here. /fhir/metadata tells which types of resources there are.");
    }
}
