package se.varjedag.app.access.provider;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.PersonsByNumber;
import se.varjedag.app.access.Role;
import se.varjedag.app.access.provider.Claimed.Refusal;
import se.varjedag.app.access.provider.Claimed.Why;
import se.varjedag.app.access.provider.SignInRules.Rule;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;
import se.varjedag.eventlog.IdentityNumber;

/// Makes an account of claims, by the rules. What is not known here gives no assignment.
final class Assigning {
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ].*)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,11}");
    private static final Pattern PLACE = Pattern.compile("\\S{1,100}");
    private static final int LONGEST = 100;
    private static final int MOST = 200;

    private final SignInRules rules;
    private final Claims claims;
    private final Units units;
    private final PersonsByNumber persons;
    private final LocalDate today;
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();
    /// What may be an identity number, wherever it stands in a text.
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{6}(?:\\d{2})?[-+ ]?\\d{4}(?!\\d)");

    private final List<Refusal> refusals = new ArrayList<>();

    private Assigning(SignInRules rules, Claims claims, Units units, PersonsByNumber persons, LocalDate today) {
        this.rules = rules;
        this.claims = claims;
        this.units = units;
        this.persons = persons;
        this.today = today;
    }

    /// The account that these claims amount to.
    ///
    /// @param subject what the provider calls the person where the claim that should tell is missing
    static Claimed claimed(
            SignInRules rules, Claims claims, String subject, Units units, PersonsByNumber persons, LocalDate today) {
        return new Assigning(rules, claims, units, persons, today).claimed(subject);
    }

    private Claimed claimed(String subject) {
        for (var rule : rules.rules()) {
            var tried = rule.each().isEmpty() ? List.of(claims) : claims.each(rule.each());
            tried.stream().filter(rule::fits).forEach(fitting -> assign(rule, fitting));
        }
        // Who works in care acts as that: as her own patient she would stand nameless in the log.
        var staff = assignments.values().stream()
                .filter(one -> one.role() != Role.PATIENT)
                .toList();
        var all = staff.isEmpty() ? List.copyOf(assignments.values()) : staff;
        var patient = all.stream().filter(one -> one.role() == Role.PATIENT).findFirst();
        // A patient is told apart by her pseudonym and called nothing: neither number nor name goes into the log.
        var who = patient.map(Assignment::place)
                .orElseGet(() -> shown(claims.text(rules.person()).orElse(subject)));
        if (who.isEmpty()) {
            refusals.addFirst(new Refusal(Why.NUMBER_AS_NAME, ""));
            return new Claimed(new Account("", "", List.of()), refusals);
        }
        var name = patient.isPresent()
                ? "Patient"
                : shown(claims.text(rules.name()).orElse(who));
        return new Claimed(Account.ofProvider(who, name, all), refusals);
    }

    private void assign(Rule rule, Claims fitting) {
        for (var word : rule.role().in(fitting)) {
            var role = Role.of(word);
            if (role.isEmpty()) {
                refusals.add(new Refusal(Why.UNKNOWN_ROLE, shown(word)));
            } else if (role.get() == Role.PATIENT) {
                assignPatient(rule, fitting);
            } else {
                places(rule, fitting).forEach(place -> assign(role.get(), place, rule, fitting));
            }
        }
    }

    /// The places that a rule leads to: one that is empty where it names none, and none where a claim is silent that
    /// should name one.
    private List<String> places(Rule rule, Claims fitting) {
        if (rule.place().isEmpty()) {
            return List.of("");
        }
        var places = rule.place().get().in(fitting);
        if (places.isEmpty()) {
            refusals.add(new Refusal(Why.UNKNOWN_PLACE, ""));
        }
        return places;
    }

    private void assignPatient(Rule rule, Claims fitting) {
        var person = places(rule, fitting).stream()
                .flatMap(number -> persons.withNumber(number).stream())
                .findFirst()
                .map(UUID::toString);
        if (person.isPresent()) {
            keep(Role.PATIENT, person.get(), rule, fitting);
        } else {
            refusals.add(new Refusal(Why.UNKNOWN_PATIENT, ""));
        }
    }

    private void assign(Role role, String place, Rule rule, Claims fitting) {
        if (isKnown(role, place)) {
            keep(role, place, rule, fitting);
        } else {
            refusals.add(new Refusal(Why.UNKNOWN_PLACE, shown(place)));
        }
    }

    private boolean isKnown(Role role, String place) {
        if (place.isEmpty()) {
            return !Assignment.needsPlace(role);
        }
        return PLACE.matcher(place).matches()
                && switch (role.reach()) {
                    case UNIT -> units.byId(place).isPresent();
                    case REGION -> Regions.byCode(place).isPresent();
                    case CAREGIVER -> units.isCaregiver(place);
                    case PERSON -> false;
                };
    }

    private void keep(Role role, String place, Rule rule, Claims fitting) {
        var written = rule.until().stream()
                .flatMap(until -> until.in(fitting).stream())
                .findFirst();
        var until = written.flatMap(Assigning::day);
        var assignment = new Assignment(role, place, until);
        // A last day that should be told, and is not, is past.
        if (until.isPresent() != rule.until().isPresent() || !assignment.holdsOn(today)) {
            refusals.add(new Refusal(Why.ENDED, shown(place)));
        } else if (assignments.size() < MOST) {
            assignments.putIfAbsent(assignment.key(), assignment);
        }
    }

    /// The day in Sweden that a claim says: a date, a moment, or seconds since 1970.
    private static Optional<LocalDate> day(String written) {
        try {
            if (SECONDS.matcher(written).matches()) {
                return Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(written)), Sweden.TIME));
            }
            var date = DATE.matcher(written);
            return date.matches() ? Optional.of(LocalDate.parse(date.group(1))) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// As it may stand in the access log: not too long, and no identity number.
    private String shown(String text) {
        return NUMBER.matcher(text)
                        .results()
                        .anyMatch(
                                found -> IdentityNumber.of(found.group(), today).isPresent())
                ? ""
                : text.substring(0, Math.min(LONGEST, text.length()));
    }
}
