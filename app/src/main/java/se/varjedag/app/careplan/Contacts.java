package se.varjedag.app.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Today;

/// Whom a patient turns to: those named for the pathway that she knows of, and who stands in for them today.
@Component
public class Contacts {
    private static final List<Task> ORDER = List.of(Task.CONTACT_NURSE, Task.COORDINATOR);

    private final Named named;
    private final Covers covers;
    private final Today today;

    Contacts(Named named, Covers covers, Today today) {
        this.named = named;
        this.covers = covers;
        this.today = today;
    }

    /// Somebody to turn to.
    ///
    /// @param cover who answers while she is away; empty while she is there
    /// @param until the last day she is away
    public record Contact(Task task, Named.Staff staff, Optional<String> cover, Optional<LocalDate> until) {}

    /// Whom a patient turns to, and where. A handover alone does not change it: where she is sent may tell what was
    /// found, and whoever names somebody for her has told her where.
    ///
    /// @param unit that of the contact nurse, otherwise of the coordinator; where nobody is named that of the way
    public record Reach(String unit, List<Contact> people) {
        public Reach {
            people = List.copyOf(people);
        }

        /// The contact nurse.
        public Optional<Contact> nurse() {
            return people.stream()
                    .filter(one -> one.task() == Task.CONTACT_NURSE)
                    .findFirst();
        }
    }

    /// Those of a way, the contact nurse first.
    public Reach of(Way way) {
        return of(way.key(), way.unit());
    }

    /// Those of a pathway, the contact nurse first.
    ///
    /// @param unit where she turns where nobody is named
    public Reach of(PathwayKey key, String unit) {
        var day = today.day();
        var holders = named.on(day, List.of(key.person())).getOrDefault(key, Map.of());
        var known = ORDER.stream()
                .flatMap(task -> Optional.ofNullable(holders.get(task)).stream())
                .toList();
        return new Reach(
                known.isEmpty() ? unit : known.getFirst().unit(),
                known.stream().map(holder -> contact(holder, day)).toList());
    }

    private Contact contact(Named.Holder holder, LocalDate day) {
        var cover = covers.at(holder.unit(), day).stream()
                .filter(one -> one.away().who().equals(holder.staff().who()) && one.on(day))
                .reduce((_, later) -> later);
        return new Contact(
                holder.task(), holder.staff(), cover.map(one -> one.cover().name()), cover.map(Covers.Cover::to));
    }
}
