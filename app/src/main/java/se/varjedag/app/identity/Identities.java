package se.varjedag.app.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.varjedag.app.access.PersonsByNumber;
import se.varjedag.app.identity.StoredIdentities.Opened;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.PersonPseudonyms;
import se.varjedag.app.timeline.PersonsSeen;
import se.varjedag.eventlog.IdentityNumber;

/// Who the pseudonyms are. Everything else works on pseudonyms; only a page that must say who somebody is comes here.
///
/// Kept are those whom a source called by a valid identity number, with the name and the protection that it told. There
/// are no addresses. The name of who is protected is kept, so that a mark that is taken away again gives it back, but
/// nothing here hands it out ([Shown.Protected]).
@Component
public class Identities implements PersonsSeen, PersonsByNumber, InitializingBean {
    private static final int LENGTH = 12;
    private static final int TOGETHER = 50_000;
    private static final int MADE_UP = 100_000;

    private final StoredIdentities stored;
    private final PersonPseudonyms pseudonyms;
    private final JdbcClient database;
    private final KeyRing keys;
    private final Clock clock = Clock.systemUTC();

    Identities(StoredIdentities stored, PersonPseudonyms pseudonyms, JdbcClient database, KeyRing keys) {
        this.stored = stored;
        this.pseudonyms = pseudonyms;
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void afterPropertiesSet() {
        keys.requireAll();
    }

    /// Keeps what a source told of persons, in the transaction of the import that read it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Collection<SeenPerson> seen) {
        Map<String, SeenPerson> byNumber = new LinkedHashMap<>();
        seen.forEach(one -> byNumber.merge(one.number().digits(), one, Identities::together));
        var named = pseudonyms.of(byNumber.keySet());
        Map<UUID, SeenPerson> persons = new HashMap<>();
        byNumber.forEach((digits, one) -> persons.put(named.get(digits), one));
        remember(persons);
    }

    /// What a delivery of events calls its persons is kept where it is an identity number.
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void seen(Map<String, UUID> persons) {
        var today = LocalDate.now(clock.withZone(Sweden.TIME));
        Map<UUID, SeenPerson> some = new HashMap<>();
        persons.forEach((name, person) -> {
            // Nearly every other name is told apart by its length and first character.
            if (name.length() == LENGTH && name.charAt(0) <= '9') {
                IdentityNumber.of(name, today)
                        .filter(number -> number.digits().equals(name))
                        .ifPresent(number -> some.put(person, SeenPerson.of(number)));
                if (some.size() == TOGETHER) {
                    remember(some);
                    some.clear();
                }
            }
        });
        remember(some);
    }

    private void remember(Map<UUID, SeenPerson> persons) {
        if (persons.isEmpty()) {
            return;
        }
        var kept = stored.kept(persons.keySet());
        var added = new ArrayList<Opened>();
        var told = new ArrayList<UUID>();
        persons.forEach((person, one) -> {
            if (!kept.contains(person)) {
                added.add(merged(new Opened(person, "", one.number().digits(), null, Protection.NONE), one));
            } else if (!one.onlyNumber()) {
                told.add(person);
            }
        });
        stored.add(added);
        var changed = new ArrayList<Opened>();
        for (var before : stored.opened(told, true)) {
            var after = merged(before, Objects.requireNonNull(persons.get(before.person())));
            if (!after.equals(before)) {
                changed.add(after);
            }
        }
        stored.replace(changed);
    }

    /// What is known already, with what is told now in its place.
    private static Opened merged(Opened before, SeenPerson told) {
        return new Opened(
                before.person(),
                before.keyId(),
                before.number(),
                told.name().orElse(before.name()),
                told.protection().orElse(before.protection()));
    }

    private static SeenPerson together(SeenPerson one, SeenPerson later) {
        return new SeenPerson(
                one.number(), later.name().or(one::name), later.protection().or(one::protection));
    }

    /// What may be shown of who a pseudonym is.
    @Transactional(readOnly = true)
    public Shown shown(UUID person) {
        return Objects.requireNonNull(shown(List.of(person)).get(person));
    }

    /// The same of many: everyone who is asked for has an answer.
    @Transactional(readOnly = true)
    public Map<UUID, Shown> shown(Collection<UUID> persons) {
        var known =
                stored.opened(persons, false).stream().collect(Collectors.toMap(Opened::person, Function.identity()));
        boolean simulated = simulated();
        Map<UUID, Shown> shown = new LinkedHashMap<>();
        for (var person : persons) {
            var one = known.get(person);
            shown.put(person, one != null ? shown(one) : simulated ? madeUp(person) : new Shown.Unknown());
        }
        return shown;
    }

    /// The person with this number, however it is written; empty where it is no valid number or nobody here has it.
    @Override
    @Transactional
    public Optional<UUID> withNumber(String written) {
        return IdentityNumber.of(written.strip(), LocalDate.now(clock.withZone(Sweden.TIME)))
                .map(number -> pseudonyms.of(number.digits()))
                .filter(person -> !stored.kept(List.of(person)).isEmpty());
    }

    private Shown shown(Opened one) {
        var number = IdentityNumber.of(one.number(), LocalDate.now(clock.withZone(Sweden.TIME)))
                .orElseThrow(() -> new IllegalStateException("What is kept as a number is none"));
        return one.protection() == Protection.NONE
                ? new Shown.Known(number, Optional.ofNullable(one.name()))
                : new Shown.Protected(number, one.protection());
    }

    /// A word and a number from the pseudonym: the same for the same person each time, and shared by some.
    private static Shown madeUp(UUID person) {
        return new Shown.MadeUp("Testperson %05d".formatted(Math.floorMod(person.getLeastSignificantBits(), MADE_UP)));
    }

    private boolean simulated() {
        return database.sql("select simulated from installation")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
