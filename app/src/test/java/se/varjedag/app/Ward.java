package se.varjedag.app;

import java.util.List;
import java.util.UUID;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.Home;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonPseudonyms;

/// The units and the people that tests of patients share. `A1`, `A2` and `A3` are units of caregiver A in region 05,
/// `B1` of caregiver B in region 06.
public final class Ward {
    public static final String PASSWORD = "tolv tecken minst";
    public static final String FORM = "application/x-www-form-urlencoded";

    /// The machine that everybody asks from.
    public static final String FROM = "192.0.2.7";

    private Ward() {}

    /// Tells an installation of the units.
    public static void units(Installation installation) {
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("A1", "Lung A", "Mottagning", "A", "05"),
                        new Unit("A2", "Röntgen A", "Röntgen", "A", "05"),
                        new Unit("A3", "Hud A", "Mottagning", "A", "05"),
                        new Unit("B1", "Onkologi B", "Onkologi", "B", "06")));
    }

    /// Gives accounts to a doctor at A1, anna, one at A3, bo, and a coordinator at A1, kim.
    public static void staff(Home home) {
        account(home, "anna", "Anna Läkare", Role.CLINICIAN, "A1");
        account(home, "bo", "Bo Läkare", Role.CLINICIAN, "A3");
        account(home, "kim", "Kim Koordinator", Role.COORDINATOR, "A1");
    }

    private static void account(Home home, String who, String name, Role role, String unit) {
        Accounts.write(home, new Account(who, name, new Assignment(role, unit)), PASSWORD);
    }

    /// Somebody who works at a unit.
    public static Acting at(Role role, String who, String unit) {
        var assignment = new Assignment(role, unit);
        return new Acting(new Account(who, who, assignment), assignment);
    }

    /// The pseudonym of a person of a file.
    public static UUID person(Installation installation, String name) {
        return installation.bean(PersonPseudonyms.class).of(name);
    }
}
