package se.varjedag.app.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// What the frame takes from the surroundings.
@Configuration(proxyBeanMethods = false)
class WebSettings {

    @Bean
    LanguageChoice languageChoice(Environment surroundings) {
        return LanguageChoice.ofSetting(surroundings.getProperty("VARJEDAG_LANG"));
    }
}
