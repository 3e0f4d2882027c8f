package se.varjedag.app.coordination;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Timeline;

/// Hands a pathway over to another unit, and takes one over. Whoever is to receive it sees who it is and how the clock
/// stands, for the sender has told it; the rest opens with the receipt.
@Component
public class Passing {
    private final Handovers handovers;
    private final Patients patients;
    private final Typing typing;
    private final Units units;
    private final Timeline timeline;
    private final Today today;

    Passing(Handovers handovers, Patients patients, Typing typing, Units units, Timeline timeline, Today today) {
        this.handovers = handovers;
        this.patients = patients;
        this.typing = typing;
        this.units = units;
        this.timeline = timeline;
        this.today = today;
    }

    /// Sends a pathway on its way.
    ///
    /// @return false where the patient is not the unit's, or it is on its way already
    public boolean send(Acting acting, PathwayKey key, String to, String words, String origin) {
        return patients.mayChange(acting, key.person(), "handover", origin) && handovers.send(acting, key, to, words);
    }

    /// Gives the receipt. What comes from another region is also told the log of events as received from there (91), so
    /// that its clock goes on here.
    ///
    /// @return which pathway it was; empty where nothing waits for the unit's answer under this number
    public Optional<PathwayKey> answer(Acting acting, long id, boolean received, String words, String origin) {
        var found = handovers
                .byId(id)
                .filter(Handovers.Handover::open)
                .filter(one -> one.to().equals(acting.assignment().place()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var handover = found.get();
        patients.answered(acting, handover.key().person(), received ? "received" : "refused", origin);
        handovers.answer(acting, handover, received, words);
        if (received && !region(handover.from()).equals(region(handover.to()))) {
            timeline.definitions().all().stream()
                    .filter(one -> one.id().equals(handover.key().definition()))
                    .findFirst()
                    .ifPresent(definition ->
                            typing.received(acting, handover.key().person(), definition, today.day(), origin));
        }
        return Optional.of(handover.key());
    }

    private String region(String unit) {
        return units.byId(unit).map(Unit::region).orElse("");
    }
}
