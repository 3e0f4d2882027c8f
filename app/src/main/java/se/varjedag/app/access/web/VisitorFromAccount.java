package se.varjedag.app.access.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.web.CurrentVisitor;
import se.varjedag.app.web.Visitor;

/// Tells the frame who is signed in.
@Component
class VisitorFromAccount implements CurrentVisitor {

    private final SignedIn signedIn;

    VisitorFromAccount(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public Optional<Visitor> visitor() {
        return signedIn.account()
                .map(account ->
                        new Visitor(account.name(), Set.of(account.role().key()), "", ""));
    }
}
