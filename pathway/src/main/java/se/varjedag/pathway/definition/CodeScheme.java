package se.varjedag.pathway.definition;

import java.util.Map;
import java.util.Optional;

/// The codes that a definition claims.
///
/// @param prefix the national prefix, or the short name that events use in their pathway column; empty means unknown
/// @param own codes of another scheme, each with the national suffix it stands for, or -1 for the mark of the extended
/// track;
///            empty means prefix plus suffix
/// @param assumed whether the prefix was made up for a simulation
/// @param seen what codes that were read in a source are called there
/// @param source where the prefix was read
public record CodeScheme(
        Optional<String> prefix,
        Map<String, Integer> own,
        boolean assumed,
        Map<String, String> seen,
        Optional<String> source,
        Optional<Words> note) {

    /// No code at all.
    static final CodeScheme NONE =
            new CodeScheme(Optional.empty(), Map.of(), false, Map.of(), Optional.empty(), Optional.empty());

    /// Whether a code is the national prefix and two digits.
    boolean claimsByPrefix(String code) {
        return prefix.isPresent()
                && NationalCode.prefix(prefix.get())
                && NationalCode.wellFormed(code)
                && code.startsWith(prefix.get());
    }
}
