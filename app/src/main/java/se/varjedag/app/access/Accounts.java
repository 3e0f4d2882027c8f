package se.varjedag.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;

/// The accounts of this installation.
///
/// In demo mode there is one for each role, and one click signs in. Otherwise they stand in `accounts.properties` in
/// the home folder, three lines each: `anna.password={bcrypt}…`, `anna.name=Anna …`, `anna.assignments=analyst@05`.
/// Several assignments are parted by semicolons ([Assignment] says how one is written). `./varjedag serve --new-account
/// anna --role analyst` writes them. The file is read at start and again when it has changed.
@Component
public class Accounts implements UserDetailsService {
    private static final String DEMO_PASSWORD = "demo";

    private final boolean demo;
    private final Home home;
    private final ObjectProvider<DemoPatient> patient;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private Map<String, Known> known = Map.of();
    private long readAt = -1;

    private record Known(Account account, String password) {}

    Accounts(Environment environment, Home home, ObjectProvider<DemoPatient> patient) {
        this.demo = environment.getProperty("varjedag.demo", Boolean.class, false);
        this.home = home;
        this.patient = patient;
    }

    /// True when the data are made up and anybody may sign in with one click.
    public boolean demo() {
        return demo;
    }

    /// The accounts that one click signs in; none outside demo mode.
    public List<Account> demoAccounts() {
        if (!demo) {
            return List.of();
        }
        var all = new ArrayList<>(DemoAccounts.STAFF);
        var made = patient.getIfAvailable();
        if (made != null) {
            made.relative().map(DemoAccounts::relative).ifPresent(all::add);
            made.person().map(DemoAccounts::patient).ifPresent(all::add);
        }
        return all;
    }

    public Optional<Account> byUsername(String username) {
        return Optional.ofNullable(known().get(username)).map(Known::account);
    }

    /// Those of the accounts kept here that act so at a unit on a day. Whom an identity provider vouches for is not
    /// among
    /// them.
    public List<Account> at(Role role, String place, LocalDate day) {
        return known().values().stream()
                .map(Known::account)
                .filter(account -> account.assignments().stream()
                        .anyMatch(one -> one.role() == role && one.place().equals(place) && one.holdsOn(day)))
                .toList();
    }

    /// Whether this is the account's password: asked again where much is at stake.
    public boolean passwordHolds(String username, String password) {
        var found = known().get(username);
        return found != null && encoder.matches(password, found.password());
    }

    public boolean none() {
        return known().isEmpty();
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        var found = known().get(username);
        if (found == null) {
            throw new UsernameNotFoundException("No such account");
        }
        return User.withUsername(username)
                .password(found.password())
                .authorities(found.account().assignments().stream()
                        .map(one -> one.role().authority())
                        .distinct()
                        .toArray(String[]::new))
                .build();
    }

    PasswordEncoder encoder() {
        return encoder;
    }

    private synchronized Map<String, Known> known() {
        if (demo) {
            return demoKnown();
        }
        try {
            var changed = Files.exists(home.accounts())
                    ? Files.getLastModifiedTime(home.accounts()).toMillis()
                    : 0;
            if (changed != readAt) {
                known = read(home);
                readAt = changed;
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Known> demoKnown() {
        var accounts = demoAccounts();
        if (known.size() != accounts.size()) {
            var encoded = encoder.encode(DEMO_PASSWORD);
            var all = new LinkedHashMap<String, Known>();
            accounts.forEach(a -> all.put(a.username(), new Known(a, encoded == null ? "" : encoded)));
            known = all;
        }
        return known;
    }

    private static Map<String, Known> read(Home home) throws IOException {
        var properties = properties(home);
        Set<String> names = new TreeSet<>();
        properties.stringPropertyNames().forEach(key -> names.add(key.replaceFirst("\\.[a-z]+$", "")));
        var all = new LinkedHashMap<String, Known>();
        for (var name : names) {
            var password = properties.getProperty(name + ".password", "");
            var assignments = assignments(properties.getProperty(name + ".assignments", ""));
            if (!password.startsWith("{bcrypt}") || assignments.isEmpty()) {
                throw new CannotStart(
                        "The account '%s' in %s needs a line %s.password={bcrypt}… and a line %s.assignments= with one of %s, at a unit (coordinator@SE…) where it works at one."
                                .formatted(name, home.accounts(), name, name, roleKeys()));
            }
            var account = new Account(name, properties.getProperty(name + ".name", name), assignments);
            all.put(name, new Known(account, password));
        }
        return all;
    }

    private static Properties properties(Home home) throws IOException {
        var properties = new Properties();
        if (Files.exists(home.accounts())) {
            try (var reader = Files.newBufferedReader(home.accounts(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties;
    }

    /// The assignments that a line names; none when one of them is not written as one.
    private static List<Assignment> assignments(String line) {
        var all = new ArrayList<Assignment>();
        for (var written : line.split(";", -1)) {
            var one = Assignment.of(written);
            if (one.isEmpty()) {
                return List.of();
            }
            all.add(one.get());
        }
        return all;
    }

    public static List<String> roleKeys() {
        var keys = new ArrayList<String>();
        for (var role : Role.values()) {
            keys.add(role.key());
        }
        return keys;
    }

    /// Writes an account into the home's file, replacing one of the same username.
    public static void write(Home home, Account account, String password) {
        try {
            var properties = properties(home);
            var encoded =
                    PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password);
            properties.setProperty(account.username() + ".password", encoded == null ? "" : encoded);
            properties.setProperty(account.username() + ".name", account.name());
            properties.setProperty(
                    account.username() + ".assignments",
                    account.assignments().stream().map(Assignment::toString).collect(Collectors.joining("; ")));
            var lines = new TreeSet<String>();
            for (var key : properties.stringPropertyNames()) {
                lines.add(key + "=" + properties.getProperty(key).replace("\\", "\\\\"));
            }
            Home.writePrivately(home.accounts(), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
