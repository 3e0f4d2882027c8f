package se.varjedag.app.intake.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Which codes of the care systems mean which measuring point of which pathway, in the order of the rows.
public final class CodeMapping {
    /// What a row makes of a resource: the code of the event, and the prefix of its pathway where the event names one.
    public record Event(String code, String pathway) {}

    /// What this program itself calls pathways, in what it gives out.
    private static final String PATHWAYS = "urn:varjedag:pathway";

    private final Definitions definitions;
    private final List<MappingRow> rows;
    private final Map<String, List<CodePattern>> diagnoses;
    private final Set<String> barePersons;
    private final ValueMapping values;
    private final Map<String, List<Integer>> byKind = new HashMap<>();

    /// @param diagnoses   which diagnoses lead to which definition
    /// @param barePersons systems whose numbers are the person's name in the log as they stand
    /// @param values      which codes carry clinical values
    CodeMapping(
            Definitions definitions,
            List<MappingRow> rows,
            Map<String, List<CodePattern>> diagnoses,
            Set<String> barePersons,
            ValueMapping values) {
        this.definitions = definitions;
        this.rows = List.copyOf(rows);
        this.diagnoses = Map.copyOf(diagnoses);
        this.barePersons = Set.copyOf(barePersons);
        this.values = values;
        for (int i = 0; i < rows.size(); i++) {
            for (var kind : rows.get(i).kinds()) {
                byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    public MappingRow row(int number) {
        return rows.get(number);
    }

    public int rows() {
        return rows.size();
    }

    /// Which codes carry clinical values.
    public ValueMapping values() {
        return values;
    }

    /// Whether any row asks for this type of resource or message.
    public boolean knows(String kind) {
        return byKind.containsKey(kind);
    }

    /// The parts that such a resource may give events for.
    public Set<String> parts(String kind) {
        var parts = new HashSet<String>();
        byKind.getOrDefault(kind, List.of())
                .forEach(row -> parts.add(rows.get(row).part()));
        return parts;
    }

    /// The numbers of the rows that fit.
    public List<Integer> fitting(String kind, List<Coding> codes, List<Coding> categories) {
        var fitting = new ArrayList<Integer>();
        for (int row : byKind.getOrDefault(kind, List.of())) {
            if (rows.get(row).fits(codes, categories)
                    && event(rows.get(row), codes, Set.of("")).isPresent()) {
                fitting.add(row);
            }
        }
        return fitting;
    }

    /// The definitions that these diagnoses lead to.
    public Set<String> pathways(List<Coding> codes) {
        var pathways = new HashSet<String>();
        codes.stream()
                .filter(coding -> coding.system().equals(PATHWAYS)
                        && definitions.byId(coding.code()).isPresent())
                .forEach(coding -> pathways.add(coding.code()));
        for (var diagnosis : diagnoses.entrySet()) {
            if (codes.stream().anyMatch(coding -> diagnosis.getValue().stream().anyMatch(p -> p.fits(coding)))) {
                pathways.add(diagnosis.getKey());
            }
        }
        return pathways;
    }

    /// The event that a row makes of something with these codes. Nothing when its reason leads to no pathway, or to
    /// more than one.
    ///
    /// @param reasons the definitions that its reasons lead to; `""` among them stands for reasons not known yet
    public Optional<Event> event(MappingRow row, List<Coding> codes, Set<String> reasons) {
        return switch (row.means()) {
            case Means.Died _ -> Optional.of(new Event(EndCode.DIED, ""));
            case Means.ItsOwnCode _ ->
                codes.stream()
                        .filter(coding -> row.codes().stream().anyMatch(pattern -> pattern.fits(coding)))
                        .map(Coding::code)
                        .filter(definitions::wellFormed)
                        .findFirst()
                        .map(code -> new Event(code, named(code, reasons)));
            case Means.SubProcess(var point) ->
                switch (row.pathway()) {
                    case WhichPathway.Open _ -> Optional.of(new Event(point.key(), ""));
                    case WhichPathway.Named(var id) -> Optional.of(new Event(point.key(), prefix(id)));
                    case WhichPathway.OfItsReason _ ->
                        only(reasons).map(id -> new Event(point.key(), id.isEmpty() ? "" : prefix(id)));
                };
            case Means.Suffix(var suffix) ->
                switch (row.pathway()) {
                    case WhichPathway.Open _ -> Optional.empty();
                    case WhichPathway.Named(var id) ->
                        EventCode.of(definitions, id, suffix).map(c -> new Event(c, ""));
                    case WhichPathway.OfItsReason _ ->
                        only(reasons)
                                .flatMap(id -> id.isEmpty() ? Optional.of(id) : EventCode.of(definitions, id, suffix))
                                .map(code -> new Event(code, ""));
                };
        };
    }

    /// The pathway of a point between national codes: that of its reason, where it gives one. Other codes name theirs.
    private String named(String code, Set<String> reasons) {
        return MeasuringPoint.ofKey(code)
                .flatMap(_ -> only(reasons))
                .map(id -> id.isEmpty() ? "" : prefix(id))
                .orElse("");
    }

    private static Optional<String> only(Set<String> reasons) {
        return reasons.size() == 1 ? reasons.stream().findFirst() : Optional.empty();
    }

    private String prefix(String definition) {
        return definitions.byId(definition).flatMap(d -> d.prefix()).orElse("");
    }

    /// The systems that rows ask a person to have a number of.
    public Set<String> personsOf() {
        var systems = new HashSet<String>();
        rows.forEach(row -> systems.add(row.personsOf()));
        systems.remove("");
        return systems;
    }

    /// Whether numbers of this system are the person's name in the log as they stand.
    public boolean bare(String system) {
        return barePersons.contains(system);
    }

    Map<String, List<CodePattern>> diagnoses() {
        return diagnoses;
    }
}
