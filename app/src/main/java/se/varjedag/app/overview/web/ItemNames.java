package se.varjedag.app.overview.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.patients.NamedValues;
import se.varjedag.app.patients.NamedValues.Name;

/// What every module calls the values that it makes.
@Component
class ItemNames {
    private final List<NamedValues> modules;

    ItemNames(List<NamedValues> modules) {
        this.modules = List.copyOf(modules);
    }

    Optional<Name> of(String item) {
        return modules.stream().flatMap(module -> module.named(item).stream()).findFirst();
    }

    /// Whether another value sums the item up with others.
    boolean isPart(String item) {
        return of(item).filter(Name::part).isPresent();
    }
}
