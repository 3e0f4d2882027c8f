package se.varjedag.app.access.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.CurrentVisitor;
import se.varjedag.app.web.Visitor;

/// Tells the frame who is signed in.
@Component
class VisitorFromAccount implements CurrentVisitor {

    private final SignedIn signedIn;
    private final Routes routes;
    private final Units units;

    VisitorFromAccount(SignedIn signedIn, Routes routes, Units units) {
        this.signedIn = signedIn;
        this.routes = routes;
        this.units = units;
    }

    @Override
    public Optional<Visitor> visitor() {
        return signedIn.acting().map(this::visitor);
    }

    @Override
    public boolean mayOpen(String path) {
        return routes.permission(path).filter(signedIn::may).isPresent();
    }

    private Visitor visitor(Acting acting) {
        var assignment = acting.assignment();
        return new Visitor(
                acting.account().name(),
                assignment.role().key(),
                place(assignment),
                region(assignment),
                assignment.role().reach() == Role.Reach.UNIT ? assignment.place() : "",
                signedIn.assignments().stream()
                        .filter(other -> !other.equals(assignment))
                        .map(other ->
                                new Visitor.Other(other.key(), other.role().key(), place(other)))
                        .toList());
    }

    /// Where the assignment is, in words.
    private String place(Assignment assignment) {
        return switch (assignment.role().reach()) {
            case UNIT -> units.name(assignment.place());
            case REGION -> assignment.place().isEmpty() ? "" : Regions.name(assignment.place());
            case CAREGIVER -> assignment.place();
            case PERSON -> "";
        };
    }

    private String region(Assignment assignment) {
        return switch (assignment.role().reach()) {
            case UNIT -> units.byId(assignment.place()).map(Unit::region).orElse("");
            case REGION -> assignment.place();
            case CAREGIVER, PERSON -> "";
        };
    }
}
