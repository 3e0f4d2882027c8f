package se.varjedag.app.access.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which claims of the identity provider mean which assignment: the file `sign-in.yaml` of the home folder.
///
/// @param person the claim that tells persons apart, such as an HSA-id; it stands in the access log
/// @param name   the claim that says what to call her
/// @param rules  each gives an assignment, or as many as its place has values; several may fit one person
record SignInRules(String person, String name, List<Rule> rules) {

    SignInRules {
        rules = List.copyOf(rules);
    }

    /// One rule.
    ///
    /// @param each  a claim that lists things (commissions), each of which the rule is tried on; empty for none
    /// @param when  what claims must say, any of the values of each of them; never empty
    /// @param role  the role
    /// @param place where: for a patient her number; nothing where the role needs no place
    /// @param until the last day; nothing where there is none
    record Rule(String each, Map<String, List<String>> when, Part role, Optional<Part> place, Optional<Part> until) {

        Rule {
            when = Map.copyOf(when);
        }

        boolean fits(Claims claims) {
            return when.entrySet().stream()
                    .allMatch(asked -> claims.texts(asked.getKey()).stream().anyMatch(asked.getValue()::contains));
        }
    }

    /// A part of an assignment: a word as it stands, or what a claim says.
    sealed interface Part {
        Pattern CLAIM = Pattern.compile("\\{([^{}]+)}");

        /// As it stands.
        record Word(String text) implements Part {}

        /// What the claim says.
        record OfClaim(String claim) implements Part {}

        /// `{claim}` or a word; braces stand nowhere else.
        static Optional<Part> of(String written) {
            var claim = CLAIM.matcher(written);
            if (claim.matches()) {
                return Optional.of(new OfClaim(claim.group(1).strip()));
            }
            return written.isBlank() || written.contains("{") || written.contains("}")
                    ? Optional.empty()
                    : Optional.of(new Word(written.strip()));
        }

        default List<String> in(Claims claims) {
            return switch (this) {
                case Word(var text) -> List.of(text);
                case OfClaim(var claim) -> claims.texts(claim);
            };
        }
    }
}
