package se.varjedag.nation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.ExpectedCases;

/// The synthetic Sweden: what happens in it, how many cases it expects, and the units it is made of.
public final class Nation {

    private Nation() {}

    /// Sends every event of the options' years to the sink, in the order they were registered.
    public static void simulate(NationOptions options, EventSink sink) {
        var sweden = new Sweden();
        var volumes = new Volumes(sweden.regions, PathwayModel.all());
        var registrar = new Registrar(options, sweden, prefixes(volumes.pathways()), sink);
        new Simulation(options, volumes, Table.read("queues.csv"), sweden, registrar).run();
    }

    private static List<String> prefixes(List<PathwayModel> pathways) {
        var definitions = definitions();
        var prefixes = new ArrayList<String>();
        for (var model : pathways) {
            prefixes.add(definitions
                    .byId(model.id())
                    .flatMap(definition -> definition.prefix())
                    .orElseThrow(() -> new IllegalStateException("No code is given for " + model.id())));
        }
        return prefixes;
    }

    /// The shipped definitions with this module's overlay: local codes and assumed limits where the national ones were
    /// not read.
    public static Definitions definitions() {
        return Overlay.DEFINITIONS;
    }

    /// Read once, when first asked for.
    private static final class Overlay {
        private static final Definitions DEFINITIONS = read();
    }

    private static Definitions read() {
        var texts = new LinkedHashMap<String, String>();
        for (var model : PathwayModel.all()) {
            var name = model.id() + ".yaml";
            try (var stream = Nation.class.getResourceAsStream("definitions/" + name)) {
                if (stream != null) {
                    texts.put(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return Definitions.shipped().with(Definitions.of(texts));
    }

    /// The expected new cases by pathway, region of residence and year, for the same options.
    public static List<ExpectedCases.Row> expectedCases(NationOptions options) {
        var volumes = new Volumes(SwedishRegion.all(), PathwayModel.all());
        var expected = new ArrayList<ExpectedCases.Row>();
        for (int pathway = 0; pathway < volumes.pathways().size(); pathway++) {
            if (volumes.pathways().get(pathway).closesByConversation()) {
                continue;
            }
            for (int region = 0; region < volumes.regions().size(); region++) {
                for (int year = options.firstYear(); year <= options.lastYear(); year++) {
                    double cases = volumes.cases(pathway, region, year) * options.scale();
                    expected.add(new ExpectedCases.Row(
                            volumes.pathways().get(pathway).id(),
                            volumes.regions().get(region).code(),
                            year,
                            Math.round(cases * 100) / 100.0));
                }
            }
        }
        return expected;
    }

    /// Every unit that events name.
    public static List<CareUnit> units() {
        return List.copyOf(new Sweden().units);
    }
}
