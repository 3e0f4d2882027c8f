package se.varjedag.app.intake.mapping;

import java.util.Set;

/// A code that a row asks for: `C34*` stands for every code that begins so.
///
/// @param systems the names that the system goes under
record CodePattern(Set<String> systems, String code, boolean begins) {
    CodePattern {
        systems = Set.copyOf(systems);
        code = plain(code);
    }

    /// ICD-10 is written with the dot and without it.
    private static String plain(String code) {
        return code.replace(".", "");
    }

    boolean fits(Coding coding) {
        return systems.contains(coding.system())
                && (begins
                        ? plain(coding.code()).startsWith(code)
                        : plain(coding.code()).equals(code));
    }

    /// Whether one code can fit both.
    boolean meets(CodePattern other) {
        return systems.stream().anyMatch(other.systems::contains)
                && (code.equals(other.code)
                        || (begins && other.code.startsWith(code))
                        || (other.begins && code.startsWith(other.code)));
    }
}
