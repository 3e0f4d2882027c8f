package se.varjedag.app.access.provider;

import java.util.List;
import java.util.Locale;
import se.varjedag.app.access.Account;

/// What the claims of somebody amount to: an account, and what of her claims gave no assignment.
///
/// @param account with no assignments where no rule fitted, or none came through
record Claimed(Account account, List<Refusal> refusals) {

    Claimed {
        refusals = List.copyOf(refusals);
    }

    /// Why there is none, the first reason of several.
    Refusal refusal() {
        return refusals.isEmpty() ? new Refusal(Why.NO_RULE, "") : refusals.getFirst();
    }

    /// Why a claim gave no assignment.
    enum Why {
        /// No rule fits what the provider says.
        NO_RULE,
        /// The role that a claim names is none of ours.
        UNKNOWN_ROLE,
        /// The unit, region or caregiver that a claim names is not known here, or no claim names one.
        UNKNOWN_PLACE,
        /// The claim that should tell persons apart is missing or holds a personal number, which is kept out of the
        /// log.
        NUMBER_AS_NAME,
        /// Nobody here has the number.
        UNKNOWN_PATIENT,
        /// The last day is past, or cannot be read.
        ENDED;

        /// How it is written in addresses, texts and the access log.
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One claim that gave no assignment.
    ///
    /// @param what the role or place that was named; never a patient's number
    record Refusal(Why why, String what) {}
}
