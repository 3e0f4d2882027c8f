package se.varjedag.app.access;

import java.util.Optional;
import java.util.UUID;

/// Finds a patient by the number that an identity provider tells. The module that keeps numbers implements it.
public interface PersonsByNumber {

    /// The person with this number, however it is written; empty where it is no valid number or nobody here has it.
    Optional<UUID> withNumber(String written);
}
