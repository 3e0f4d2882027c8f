package se.varjedag.app.patients;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.PatientAccess;
import se.varjedag.app.access.PatientAccess.Reach;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.trace.TracedPathways;

/// The open pathways that a unit has, and which of their points its list may tell of.
///
/// Who has a pathway answers for it to the end, so that it is open, since when, and which measuring points have been
/// reached on which days belong to the unit that has it, also where another unit of the same caregiver reached them:
/// that a referral of one's own has been answered is not another unit's secret. What other caregivers did, and what the
/// patient has blocked, is left out as it is everywhere; so is all else that is known of her, which is opened one
/// patient at a time ([Patients#open]).
@Component
public class UnitPathways {
    private static final int KEPT = 32;

    private final Timeline timeline;
    private final Units units;
    private final Blocks blocks;
    private final PatientAccess access;
    private @Nullable TracedPathways of;
    private final Map<String, List<Integer>> lists = new LinkedHashMap<>(KEPT, 0.75f, true);

    UnitPathways(Timeline timeline, Units units, Blocks blocks, PatientAccess access) {
        this.timeline = timeline;
        this.units = units;
        this.blocks = blocks;
        this.access = access;
    }

    /// The open pathways that wait at a unit.
    ///
    /// @param traced all pathways, as they were when the list was made
    /// @param open the indices among them of those that wait here
    public record Waiting(TracedPathways traced, List<Integer> open) {
        public Waiting {
            open = List.copyOf(open);
        }
    }

    /// Those that wait at a unit. Whoever asks tells the log that the list was looked at.
    public Waiting at(String unit) {
        var traced = timeline.snapshot().pathways();
        synchronized (lists) {
            if (of != traced) {
                lists.clear();
                of = traced;
            }
            var known = lists.get(unit);
            if (known != null) {
                return new Waiting(traced, known);
            }
        }
        var found = found(traced, unit);
        synchronized (lists) {
            if (of == traced) {
                lists.put(unit, found);
                if (lists.size() > KEPT) {
                    lists.remove(lists.keySet().iterator().next());
                }
            }
        }
        return new Waiting(traced, found);
    }

    private static List<Integer> found(TracedPathways traced, String unit) {
        int here = traced.timelines().units().indexOf(unit);
        var found = new ArrayList<Integer>();
        for (int pathway = 0; pathway < traced.size() && here >= 0 && !unit.isEmpty(); pathway++) {
            if (traced.waitingUnit(pathway) == here && traced.state(pathway).open()) {
                found.add(pathway);
            }
        }
        return List.copyOf(found);
    }

    /// The pathway of a person by a definition that started on a day; empty where there is none any more.
    ///
    /// @param startDay as an epoch day
    public static OptionalInt find(TracedPathways traced, UUID person, String definition, long startDay) {
        var found = traced.timelines().find(List.of(person.toString()));
        if (found.length == 0) {
            return OptionalInt.empty();
        }
        int index = found[0];
        for (int at = traced.firstOf(index); at < traced.firstOf(index + 1); at++) {
            if (traced.start(at) == startDay
                    && traced.definitions()
                            .all()
                            .get(traced.definition(at))
                            .id()
                            .equals(definition)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /// Which points of a person's pathways may be told of to who works at the unit that has them, by the index of the
    /// point. What is blocked is asked for once for all the persons.
    public Told told(Acting acting, TracedPathways traced, Collection<UUID> persons) {
        var near = new BitSet();
        var names = traced.timelines().units();
        var caregiver = caregiver(acting.assignment().place());
        for (int unit = 0; unit < names.size(); unit++) {
            var id = names.get(unit);
            near.set(unit, id.isEmpty() || id.equals(acting.assignment().place()) || caregiver.equals(caregiver(id)));
        }
        var reaches = new HashMap<UUID, Reach>();
        for (var person : blocks.blocked(persons)) {
            reaches.put(person, access.reach(acting, person, true));
        }
        return new Told(acting.assignment().place(), traced, near, reaches, this::caregiver);
    }

    /// Whether a pathway started, waits or ended at a unit: then its days are the unit's to know.
    public static boolean isOf(TracedPathways traced, int pathway, String unit) {
        var timelines = traced.timelines();
        return timelines.unitText(traced.waitingUnit(pathway)).equals(unit)
                || timelines.unitText(timelines.unit(traced.startRow(pathway))).equals(unit)
                || timelines.unitText(traced.endUnit(pathway)).equals(unit);
    }

    /// Whether who has opened a patient sees the start of a pathway of hers and, of one that has ended, its end.
    public boolean sees(Reach reach, TracedPathways traced, int pathway) {
        var timelines = traced.timelines();
        var start = timelines.unitText(timelines.unit(traced.startRow(pathway)));
        var end = timelines.unitText(traced.endUnit(pathway));
        return reach.sees(start, caregiver(start)) && (traced.state(pathway).open() || reach.sees(end, caregiver(end)));
    }

    private String caregiver(String unit) {
        return units.byId(unit).map(Unit::caregiver).orElse("?" + unit);
    }

    /// Which points may be told of.
    public static final class Told {
        private final String here;
        private final TracedPathways traced;
        private final BitSet near;
        private final Map<UUID, Reach> reaches;
        private final UnaryOperator<String> caregivers;

        private Told(
                String here,
                TracedPathways traced,
                BitSet near,
                Map<UUID, Reach> reaches,
                UnaryOperator<String> caregivers) {
            this.here = here;
            this.traced = traced;
            this.near = near;
            this.reaches = reaches;
            this.caregivers = caregivers;
        }

        /// Of one person.
        public IntPredicate of(UUID person) {
            var reach = reaches.get(person);
            return point -> {
                int unit = traced.pointUnit(point);
                if (!near.get(unit)) {
                    return false;
                }
                var id = traced.timelines().unitText(unit);
                return reach == null || !reach.blocked(id, caregivers.apply(id));
            };
        }

        /// Of the units of what is booked for one person.
        public Predicate<String> at(UUID person) {
            var reach = reaches.get(person);
            return unit -> {
                var caregiver = caregivers.apply(unit);
                return unit.isEmpty()
                        || unit.equals(here)
                        || (caregiver.equals(caregivers.apply(here))
                                && (reach == null || !reach.blocked(unit, caregiver)));
            };
        }

        /// Of the units of what is booked for who is another unit's: what the reader sees of her now.
        public Predicate<String> openedAt(Reach reach) {
            return unit -> reach.sees(unit, caregivers.apply(unit));
        }

        /// Of a pathway that another unit has: what the reader sees of her now.
        public IntPredicate opened(Reach reach) {
            return point -> {
                var id = traced.timelines().unitText(traced.pointUnit(point));
                return reach.sees(id, caregivers.apply(id));
            };
        }
    }
}
