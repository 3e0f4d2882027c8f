package se.varjedag.app.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/// What the frame takes from the surroundings, and gives to the server.
@Configuration(proxyBeanMethods = false)
class WebSettings {

    @Bean
    LanguageChoice languageChoice(Environment surroundings) {
        return LanguageChoice.ofSetting(surroundings.getProperty("VARJEDAG_LANG"));
    }

    /// The innermost of the server's error reports speaks first, so ours is added after all others.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnWebApplication
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> oddRequests(
            LanguageChoice languages, ObjectProvider<OddAnswer> others) {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline()
                        .addValve(new OddRequests(
                                languages, others.orderedStream().toList()));
            }
        });
    }
}
