package se.varjedag.pathway.definition;

/// The form of the national codes (KVÅ chapter V): V, a letter, a digit, and a suffix of two digits.
final class NationalCode {
    private static final int PREFIX = 3;
    private static final int LENGTH = 5;

    private NationalCode() {}

    static boolean wellFormed(String code) {
        return code.length() == LENGTH && begins(code) && digit(code.charAt(3)) && digit(code.charAt(4));
    }

    static boolean prefix(String text) {
        return text.length() == PREFIX && begins(text);
    }

    static String prefixOf(String code) {
        return code.substring(0, PREFIX);
    }

    static int suffixOf(String code) {
        return (code.charAt(3) - '0') * 10 + code.charAt(4) - '0';
    }

    private static boolean begins(String text) {
        return text.charAt(0) == 'V' && text.charAt(1) >= 'A' && text.charAt(1) <= 'Z' && digit(text.charAt(2));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
