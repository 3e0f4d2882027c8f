package se.varjedag.nation;

/// One referral or specimen of somebody who has no pathway, while it lasts.
final class OutsidePatient extends Attended {
    final int region;
    final int hospital;
    /// Draws who sent it.
    final double unit;
    /// Taken before the others.
    final boolean soon;

    OutsidePatient(Person person, boolean told, int hospital, Chance chance, double soon) {
        super(person, told, new Chance(Chance.key(person.number, 0, 0, 5)));
        this.region = person.home;
        this.hospital = hospital;
        this.soon = chance.happens(soon);
        this.unit = chance.unit();
    }
}
