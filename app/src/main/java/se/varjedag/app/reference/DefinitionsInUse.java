package se.varjedag.app.reference;

import java.nio.file.Files;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;
import se.varjedag.nation.Nation;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.InvalidDefinitions;

/// Which pathway definitions this installation follows: the shipped ones, in demo mode with those of the synthetic
/// Sweden, and with what lies in the folder `definitions` of the home.
@Configuration(proxyBeanMethods = false)
class DefinitionsInUse {
    @Bean
    Definitions definitions(Environment environment, Home home) {
        var demo = environment.getProperty("varjedag.demo", Boolean.class, false);
        var definitions = demo ? Nation.definitions() : Definitions.shipped();
        var own = home.folder().resolve("definitions");
        if (!Files.isDirectory(own)) {
            return definitions;
        }
        try {
            return definitions.with(Definitions.read(own));
        } catch (InvalidDefinitions e) {
            throw new CannotStart("The definitions in %s cannot be used:%n%s".formatted(own, e.getMessage()), e);
        }
    }
}
