package se.varjedag.app.strategy.table;

/// A cell that begins like a formula gets an apostrophe before it, and loses that when it is read again.
final class Defused {
    private static final String BEGINNINGS = "=+-@\t\r";

    private Defused() {}

    static String written(String cell) {
        return begins(cell) || (cell.startsWith("'") && begins(cell.substring(1))) ? "'" + cell : cell;
    }

    static String read(String cell) {
        return cell.startsWith("'") && (begins(cell.substring(1)) || begins(cell.replaceFirst("^'+", "")))
                ? cell.substring(1)
                : cell;
    }

    private static boolean begins(String cell) {
        return !cell.isEmpty() && BEGINNINGS.indexOf(cell.charAt(0)) >= 0;
    }
}
