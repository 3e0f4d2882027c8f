package se.varjedag.app.access;

/// Somebody in one of her assignments: who does what is done now.
public record Acting(Account account, Assignment assignment) {

    /// Whether she may, as what she acts as.
    public boolean may(Permission permission) {
        return permission.isGivenTo(assignment.role());
    }

    public Role role() {
        return assignment.role();
    }
}
