package se.varjedag.app.web;

import java.util.Optional;

/// Who is signed in, as the frame needs to know it. The module that knows people implements it.
public interface CurrentVisitor {

    /// The person behind the current request; empty when nobody is signed in.
    Optional<Visitor> visitor();

    /// Whether that person may open the page at this address.
    boolean mayOpen(String path);
}
