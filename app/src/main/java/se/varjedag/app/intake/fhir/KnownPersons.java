package se.varjedag.app.intake.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.identity.Protection;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.intake.PersonNumbers;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.eventlog.IdentityNumber;

/// The patients of a file by every name that resources may call them.
final class KnownPersons {
    /// The labels of the Swedish base profiles, and those of HL7 for what is restricted; a label that is not known here
    /// says nothing.
    private static final Map<String, Protection> PROTECTED = Map.of(
            "sekretessmarkering", Protection.CONFIDENTIALITY_MARK,
            "skyddadFolkbokforing", Protection.PROTECTED_REGISTRATION,
            "R", Protection.CONFIDENTIALITY_MARK,
            "V", Protection.CONFIDENTIALITY_MARK);

    /// A patient of the file.
    ///
    /// @param person  what events call the person; null where the Swedish number that was sent is none
    /// @param systems the systems of its numbers that rows of the mapping ask for
    /// @param seen    who it is, where a Swedish number tells it
    /// @param another whether another patient of the file goes by the same name
    record Known(
            @Nullable String person,
            String sex,
            @Nullable Integer born,
            Set<String> systems,
            Optional<SeenPerson> seen,
            boolean another) {}

    private static final Known TWO_OF_ONE_NAME = new Known(null, "", null, Set.of(), Optional.empty(), true);

    private final PersonNumbers numbers;
    private final Set<String> askedFor;
    private final int thisYear;
    private final Map<String, Known> byName = new HashMap<>();

    KnownPersons(CodeMapping mapping, PersonNumbers numbers, int thisYear) {
        this.numbers = numbers;
        this.askedFor = mapping.personsOf();
        this.thisYear = thisYear;
    }

    void add(Entry entry, Resource patient) {
        var known = known(entry, patient);
        var names = new ArrayList<>(References.of(entry, patient));
        patient.identifiers().forEach(number -> names.add(References.identifier(number)));
        var sure = entry.fullUrl().isEmpty() ? "" : names.getFirst();
        for (var name : names) {
            var before = byName.put(name, known);
            if (before != null && !name.equals(sure) && !java.util.Objects.equals(before.person(), known.person())) {
                byName.put(name, TWO_OF_ONE_NAME);
            }
        }
    }

    /// Patients that lie inside another resource.
    void addContained(Entry entry, Resource resource) {
        for (var one : resource.json().path("contained")) {
            if (Entry.text(one.path("resourceType")).equals("Patient")) {
                var patient = new Resource(one);
                byName.put(References.contained(entry, patient.id()), known(entry, patient));
            }
        }
    }

    private Known known(Entry entry, Resource patient) {
        var systems = new TreeSet<String>();
        for (var number : patient.identifiers()) {
            if (askedFor.contains(number.system())) {
                systems.add(number.system());
            }
        }
        var called = numbers.of(patient.identifiers()).orElseGet(() -> ownName(entry, patient));
        return new Known(
                called.person(),
                sex(patient),
                born(patient),
                Set.copyOf(systems),
                called.number().map(number -> seen(number, patient)),
                false);
    }

    /// Without any number the sender's own name of the resource, within that sender.
    private static PersonNumbers.Called ownName(Entry entry, Resource patient) {
        var source = patient.source().isEmpty() ? entry.source() : patient.source();
        var id = patient.id().isEmpty() ? entry.fullUrl() : patient.id();
        return new PersonNumbers.Called(source.isEmpty() ? id : source + "|" + id, Optional.empty());
    }

    private static SeenPerson seen(IdentityNumber number, Resource patient) {
        var name = patient.json().path("name").path(0);
        var words = new ArrayList<String>();
        name.path("given").forEach(one -> words.add(Entry.text(one)));
        words.add(Entry.text(name.path("family")));
        var whole = String.join(" ", words).strip();
        return new SeenPerson(number, whole.isEmpty() ? Optional.empty() : Optional.of(whole), protection(patient));
    }

    private static Optional<Protection> protection(Resource patient) {
        for (var label : patient.json().path("meta").path("security")) {
            var protection = PROTECTED.get(Entry.text(label.path("code")));
            if (protection != null) {
                return Optional.of(protection);
            }
        }
        return Optional.empty();
    }

    private static String sex(Resource patient) {
        return switch (patient.text("gender")) {
            case "female" -> "F";
            case "male" -> "M";
            default -> "";
        };
    }

    private @Nullable Integer born(Resource patient) {
        var date = patient.text("birthDate");
        if (!date.matches("[0-9]{4}(-.*)?")) {
            return null;
        }
        int year = Integer.parseInt(date.substring(0, 4));
        return year < thisYear - 130 || year > thisYear ? null : year;
    }

    /// Who is meant by the names, the surest first.
    Optional<Known> find(List<String> names) {
        for (var name : names) {
            var known = byName.get(name);
            if (known != null) {
                return Optional.of(known);
            }
        }
        for (var name : names) {
            var called = numbers.of(References.identifiers(name));
            if (called.isPresent()) {
                return Optional.of(new Known(
                        called.get().person(),
                        "",
                        null,
                        Set.of(),
                        called.get().number().map(SeenPerson::of),
                        false));
            }
        }
        return Optional.empty();
    }
}
