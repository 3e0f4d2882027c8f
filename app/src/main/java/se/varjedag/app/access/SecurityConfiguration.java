package se.varjedag.app.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import se.varjedag.app.database.Home;

/// What is open: the sign-in page, the files that pages need, the health of the server. Everything else asks who you
/// are.
@Configuration(proxyBeanMethods = false)
@org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication
class SecurityConfiguration {
    private static final String FRAMED_BY_NOBODY = "frame-ancestors 'none'";
    private static final String FRAMED_BY_ANYBODY = "frame-ancestors *";
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            FRAMED_BY_NOBODY,
            "form-action 'self'");

    /// What other programs may do with figures: ask for them, and ask what asking would say.
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /// What was published for all.
    private static final String PUBLISHED = "/oppet";

    /// The pictures among it that other sites may show inside their own pages, and the only pages that may be.
    private static final String FRAMED = PUBLISHED + "/diagram/";

    /// The scope that a token needs for the figures.
    private static final String FIGURES = "figures.read";

    /// What every answer carries, an error and a refusal too.
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            CONTENT,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    @Bean
    PasswordEncoder passwordEncoder(Accounts accounts) {
        return accounts.encoder();
    }

    /// The throttle stands in the chains that sign in, and nowhere else.
    @Bean
    FilterRegistrationBean<LoginThrottle> throttleOnlyWhereOneSignsIn(LoginThrottle throttle) {
        var registration = new FilterRegistrationBean<>(throttle);
        registration.setEnabled(false);
        return registration;
    }

    /// So does the limit of sessions stand in the chains that have some.
    @Bean
    FilterRegistrationBean<SessionLimit> limitOnlyWhereSessionsAre(SessionLimit limit) {
        var registration = new FilterRegistrationBean<>(limit);
        registration.setEnabled(false);
        return registration;
    }

    /// First of all, for the server forgets the header of a proxy that it believes.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> markWhatProxiesBring() {
        return server -> server.addEngineValves(new LocalCaller.Mark());
    }

    /// An address that no page of ours has (`/;`) is refused before the headers are written, so they are written here.
    @Bean
    RequestRejectedHandler oddAddresses() {
        return (request, response, why) -> {
            HEADERS.forEach(response::setHeader);
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    /// What other programs on this machine ask for: figures of the server's health, and files that the import command
    /// sends.
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, Home home, Environment environment) throws Exception {
        var local = new LocalCaller(home, environment);
        headers(http);
        return http.securityMatcher("/actuator/**", "/local/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                                .access((who, request) -> local.mayRead(request.getRequest()))
                                .requestMatchers("/local/**")
                                .access((who, request) -> local.mayAct(request.getRequest()))
                                .anyRequest()
                                .denyAll())
                .build();
    }

    /// The questions of other programs: signed in by the page's session, by name and password in the request, or by a
    /// token of the identity provider. A request with a token makes no session, and needs no other token against
    /// forgery, for no browser sends it by itself.
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http,
            LoginThrottle throttle,
            SessionLimit limit,
            RefusedInTheirName refused,
            SignedIn signedIn,
            ProviderSignIn provider)
            throws Exception {
        headers(http);
        var ask = new AskForPassword(provider.takesTokens());
        http.securityMatcher("/api/**", "/fhir", "/fhir/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/openapi.json",
                                "/fhir/metadata",
                                "/fhir/.well-known/smart-configuration")
                        .permitAll()
                        .requestMatchers(request -> isFor(request, "/api/") && isReading(request))
                        .access((who, _) -> new AuthorizationDecision(
                                acts(who.get(), signedIn) && ProviderSignIn.covers(who.get(), FIGURES)))
                        // The scope is asked for there, by the type of what is read; what is not read is refused there
                        // too, in the words of FHIR.
                        .requestMatchers("/fhir", "/fhir/**")
                        .access((who, _) -> hasAssignment(who.get(), signedIn))
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(limit, SecurityContextHolderFilter.class)
                .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(ask))
                .requestCache(cache -> cache.disable());
        provider.programs(http, ask);
        return http.exceptionHandling(e -> e.authenticationEntryPoint(ask).accessDeniedHandler(refused))
                .build();
    }

    private static boolean isFor(HttpServletRequest request, String folder) {
        return request.getServletPath().startsWith(folder);
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /// What was published for all: read by anybody, with no session, no cookie, and the same for everybody.
    @Bean
    @Order(3)
    SecurityFilterChain publishedPages(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentTypeOptions(HeadersConfigurer.ContentTypeOptionsConfig::disable)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .addHeaderWriter(SecurityConfiguration::headersOfPublished));
        return http.securityMatcher(PUBLISHED, PUBLISHED + "/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.disable())
                .securityContext(context -> context.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.METHOD_NOT_ALLOWED)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(SecurityConfiguration::isReading)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static void headersOfPublished(HttpServletRequest request, HttpServletResponse response) {
        boolean framed = isFor(request, FRAMED);
        HEADERS.forEach((name, value) -> {
            // It knows no word for anybody, so where anybody may it is left out.
            if (!framed || !name.equals("X-Frame-Options")) {
                response.setHeader(name, framed ? value.replace(FRAMED_BY_NOBODY, FRAMED_BY_ANYBODY) : value);
            }
        });
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(
            HttpSecurity http,
            LoginThrottle throttle,
            SessionLimit limit,
            RefusedInTheirName refused,
            SignedIn signedIn,
            ProviderSignIn provider)
            throws Exception {
        headers(http);
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/login", "/assets/**", "/webjars/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/login", "/login/demo", "/language")
                        .permitAll()
                        .anyRequest()
                        .access((who, _) -> hasAssignment(who.get(), signedIn)))
                .addFilterBefore(limit, SecurityContextHolderFilter.class)
                .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .formLogin(form ->
                        form.loginPage("/login").defaultSuccessUrl("/", false).permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(e -> e.accessDeniedHandler(refused));
        provider.people(http);
        return http.build();
    }

    /// Signed in, with an account and an assignment that still hold: who lost them is out at once, not when the session
    /// ends. What the assignment opens is asked at each address.
    private static AuthorizationDecision hasAssignment(@Nullable Authentication who, SignedIn signedIn) {
        return new AuthorizationDecision(acts(who, signedIn));
    }

    private static boolean acts(@Nullable Authentication who, SignedIn signedIn) {
        return signedIn.acting(who).isPresent();
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentTypeOptions(HeadersConfigurer.ContentTypeOptionsConfig::disable)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .addHeaderWriter((_, response) -> HEADERS.forEach(response::setHeader)));
    }
}
