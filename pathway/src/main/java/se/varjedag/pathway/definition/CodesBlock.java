package se.varjedag.pathway.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads which codes a definition claims.
final class CodesBlock {
    private static final List<String> KEYS = List.of("prefix", "assumed", "own", "seen", "source", "note");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    /// What an own code may stand for, beside a national suffix.
    private static final String EXTENDED = "extended";

    private static final String SUFFIXES =
            "05, 10, 22, 25, 35, 40, 44, 50, 52, 54, 58, 59, 60, 70, 72, 73, 74, 76, 78, 90, 91";

    private CodesBlock() {}

    static CodeScheme read(Fields definition) {
        var fields = definition.block("codes", KEYS);
        if (fields == null) {
            definition.text("codes", "{prefix: VC0}");
            return CodeScheme.NONE;
        }
        var own = own(fields);
        var prefix = prefix(fields, own);
        return new CodeScheme(
                prefix, own, fields.flag("assumed"), seen(fields, prefix), fields.text("source"), fields.words("note"));
    }

    private static Optional<String> prefix(Fields fields, Map<String, Integer> own) {
        var prefix = fields.text("prefix", "VC0' or 'prefix: unknown");
        if (prefix.isEmpty() || prefix.equals(Fields.UNKNOWN)) {
            return Optional.empty();
        }
        if (own.isEmpty() && !NationalCode.prefix(prefix)) {
            fields.mistake(
                    "prefix",
                    new Words(
                            "'" + prefix + "' är inget prefix för nationella koder, som är V, en bokstav och en siffra "
                                    + "som i VC0. Egna koder listas under 'own'",
                            "'" + prefix + "' is no prefix of national codes, which is V, a letter and a digit as in "
                                    + "VC0. For codes of your own, list them under 'own'"));
        } else if (!NAME.matcher(prefix).matches()) {
            fields.mistake(
                    "prefix",
                    new Words(
                            "'" + prefix + "' är inget kort namn. Använd bokstäver a–z, siffror, '-', '_' och '.'",
                            "'" + prefix + "' is no short name. Use letters, digits, '-', '_' and '.'"));
        }
        return Optional.of(prefix);
    }

    private static Map<String, Integer> own(Fields fields) {
        var own = new LinkedHashMap<String, Integer>();
        var block = fields.block("own", List.of());
        if (block == null) {
            return own;
        }
        for (var code : block.keys()) {
            if (!NAME.matcher(code).matches() || reserved(code)) {
                block.mistake(
                        code,
                        new Words(
                                "'" + code
                                        + "' kan inte vara en kod. Använd bokstäver a–z, siffror, '-', '_' och '.', "
                                        + "och varken 'died' eller namnet på en mätpunkt",
                                "'" + code
                                        + "' cannot be a code. Use letters, digits, '-', '_' and '.', and neither "
                                        + "'died' nor the name of a measuring point"));
            }
            own.put(code, suffix(block, code));
        }
        if (!own.containsValue(10)) {
            fields.mistake(
                    "own",
                    new Words(
                            "Ingen kod startar klockan. Låt en stå för 10, till exempel 'REF: 10'",
                            "No code starts the clock. Let one stand for 10, for example 'REF: 10'"));
        }
        if (own.values().stream().noneMatch(suffix -> Action.ofSuffix(suffix) == Action.END)) {
            fields.mistake(
                    "own",
                    new Words(
                            "Ingen kod stoppar klockan. Låt en stå för ett avslut, till exempel 'TRT: 50'",
                            "No code ends the clock. Let one stand for an end, for example 'TRT: 50'"));
        }
        return own;
    }

    private static boolean reserved(String code) {
        return code.equals(EndCode.DIED) || MeasuringPoint.ofKey(code).isPresent();
    }

    private static int suffix(Fields block, String code) {
        var text = block.text(code, "10");
        if (text.equals(EXTENDED)) {
            return -1;
        }
        if (text.matches("[0-9]{1,2}") && Action.ofSuffix(Integer.parseInt(text)) != Action.LOCAL_UNKNOWN) {
            return Integer.parseInt(text);
        }
        if (!text.isEmpty()) {
            block.mistake(
                    code,
                    new Words(
                            "'" + text + "' är inget nationellt suffix. Skriv ett av " + SUFFIXES + " eller "
                                    + EXTENDED,
                            "'" + text + "' is no national suffix. Write one of " + SUFFIXES + ", or " + EXTENDED));
        }
        return 0;
    }

    private static Map<String, String> seen(Fields fields, Optional<String> prefix) {
        var seen = new LinkedHashMap<String, String>();
        var block = fields.block("seen", List.of());
        if (block == null) {
            return seen;
        }
        for (var code : block.keys()) {
            if (!NationalCode.wellFormed(code) || prefix.isEmpty() || !code.startsWith(prefix.get())) {
                block.mistake(
                        code,
                        new Words(
                                "'" + code + "' är inte prefixet och två siffror. Skriv till exempel VC010",
                                "'" + code + "' is not the prefix and two digits. Write for example VC010"));
            }
            seen.put(code, block.text(code, "beslut välgrundad misstanke"));
        }
        return seen;
    }
}
