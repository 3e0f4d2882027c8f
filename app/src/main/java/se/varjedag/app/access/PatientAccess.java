package se.varjedag.app.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Blocks.Block;
import se.varjedag.app.access.Openings.Kind;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;

/// What of a patient's data somebody may see, from the own unit outward.
///
/// The order is that of the Patient Data Act (patientdatalagen): the own unit's data for who takes part in the care;
/// other units of the same caregiver after an active choice; other caregivers' (lag 2022:913) only with a relation and
/// the patient's consent; what is blocked only when the patient lifts it or in an emergency.
@Component
public class PatientAccess {
    private final Blocks blocks;
    private final Openings openings;
    private final Units units;

    PatientAccess(Blocks blocks, Openings openings, Units units) {
        this.blocks = blocks;
        this.openings = openings;
        this.units = units;
    }

    /// Whose data they are, to a reader.
    public enum Distance {
        OWN_UNIT,
        OWN_CAREGIVER,
        OTHER_CAREGIVER
    }

    /// What a reader may see of one patient at this moment.
    ///
    /// @param related whether the patient has been at the reader's unit
    public record Reach(String unit, String caregiver, boolean related, Set<Kind> open, List<Block> blocks) {

        public Reach {
            open = Set.copyOf(open);
            blocks = List.copyOf(blocks);
        }

        /// Whose data these are.
        public Distance distance(String dataUnit, String dataCaregiver) {
            if (dataUnit.equals(unit)) {
                return Distance.OWN_UNIT;
            }
            return dataCaregiver.equals(caregiver) && !caregiver.isEmpty()
                    ? Distance.OWN_CAREGIVER
                    : Distance.OTHER_CAREGIVER;
        }

        /// Whether the patient has closed these data to the reader.
        public boolean blocked(String dataUnit, String dataCaregiver) {
            return blocks.stream().anyMatch(block -> block.closes(dataUnit, dataCaregiver, unit, caregiver));
        }

        /// Whether the reader sees them now.
        public boolean sees(String dataUnit, String dataCaregiver) {
            if (open.contains(Kind.EMERGENCY)) {
                return true;
            }
            if (!related || (blocked(dataUnit, dataCaregiver) && !open.contains(Kind.LIFT))) {
                return false;
            }
            return switch (distance(dataUnit, dataCaregiver)) {
                case OWN_UNIT -> true;
                case OWN_CAREGIVER -> open.contains(Kind.CHOICE);
                case OTHER_CAREGIVER -> open.contains(Kind.SHARED);
            };
        }

        /// Whether the reader sees anything at all of this patient.
        public boolean any() {
            return related || open.contains(Kind.EMERGENCY);
        }
    }

    /// What somebody who works at a unit may see of a patient.
    ///
    /// @param related whether the patient has been at the unit of the assignment
    public Reach reach(Acting acting, UUID person, boolean related) {
        var unit = acting.assignment().place();
        return new Reach(
                unit,
                units.byId(unit).map(Unit::caregiver).orElse(""),
                related,
                openings.open(acting, person),
                blocks.holding(person));
    }
}
