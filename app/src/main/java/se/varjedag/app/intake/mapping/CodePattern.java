package se.varjedag.app.intake.mapping;

import java.util.List;
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

    /// Whether one of the codes that are there is asked for; nothing asked for fits everything.
    static boolean anyOf(List<CodePattern> asked, List<Coding> there) {
        return asked.isEmpty()
                || there.stream().anyMatch(coding -> asked.stream().anyMatch(pattern -> pattern.fits(coding)));
    }

    /// Whether one code can fit both.
    static boolean meet(List<CodePattern> some, List<CodePattern> others) {
        return some.isEmpty()
                ? others.isEmpty()
                : some.stream().anyMatch(one -> others.stream().anyMatch(one::meets));
    }
}
