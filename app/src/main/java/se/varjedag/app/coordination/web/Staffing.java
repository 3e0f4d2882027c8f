package se.varjedag.app.coordination.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Named.Staff;
import se.varjedag.app.coordination.Task;

/// Who can be named at a unit: those with an account here, those named before (whom an identity provider vouches for),
/// and who asks.
@Component
class Staffing {
    private final Accounts accounts;
    private final Named named;

    Staffing(Accounts accounts, Named named) {
        this.accounts = accounts;
        this.named = named;
    }

    List<Staff> at(Acting acting, Task task, LocalDate day) {
        var role = task == Task.COORDINATOR ? Role.COORDINATOR : Role.CONTACT_NURSE;
        var unit = acting.assignment().place();
        var all = new LinkedHashMap<String, Staff>();
        named.seenAt(unit, task).forEach(one -> all.put(one.who(), one));
        accounts.at(role, unit, day).forEach(one -> all.put(one.username(), new Staff(one.username(), one.name())));
        if (acting.role() == role) {
            all.put(
                    acting.account().username(),
                    new Staff(acting.account().username(), acting.account().name()));
        }
        return all.values().stream().sorted(Comparator.comparing(Staff::name)).toList();
    }

    /// The same for every task.
    Map<Task, List<Staff>> all(Acting acting, LocalDate day) {
        var all = new EnumMap<Task, List<Staff>>(Task.class);
        for (var task : Task.values()) {
            all.put(task, at(acting, task, day));
        }
        return all;
    }

    /// One of them by username.
    Optional<Staff> one(Acting acting, Task task, LocalDate day, String who) {
        return at(acting, task, day).stream()
                .filter(one -> one.who().equals(who))
                .findFirst();
    }
}
