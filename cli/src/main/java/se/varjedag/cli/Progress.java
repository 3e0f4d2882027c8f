package se.varjedag.cli;

import java.io.PrintStream;

/// A bar on the last line of the terminal while something long goes on; nothing where nobody watches.
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long BETWEEN_DRAWINGS = 80_000_000L;

    private final PrintStream err;
    private final boolean shown;
    private final Console console;
    private String what = "";
    private long drawn = Long.MIN_VALUE;
    private boolean dirty;

    Progress(Console console) {
        this.console = console;
        this.err = console.err();
        this.shown = console.errIsTerminal();
    }

    /// Begins a part of the work whose length is not known.
    void stage(String english, String swedish) {
        what = console.word(english, swedish);
        drawn = Long.MIN_VALUE;
        if (shown) {
            draw(what + " …");
        }
    }

    /// How far the part of the work has come; called as often as it likes, by any thread.
    synchronized void at(long done, long ofAll) {
        long now = System.nanoTime();
        if (!shown || ofAll <= 0 || (drawn != Long.MIN_VALUE && now - drawn < BETWEEN_DRAWINGS)) {
            return;
        }
        drawn = now;
        double share = Math.min(1.0, (double) done / ofAll);
        int full = (int) Math.round(share * WIDTH);
        draw("%s %s%s %3d %%".formatted(what, "█".repeat(full), "░".repeat(WIDTH - full), Math.round(share * 100)));
    }

    /// How much has been done where the whole is not known.
    synchronized void count(long done, String english, String swedish) {
        long now = System.nanoTime();
        if (shown && (drawn == Long.MIN_VALUE || now - drawn >= BETWEEN_DRAWINGS)) {
            drawn = now;
            draw("%s %,d %s".formatted(what, done, console.word(english, swedish)));
        }
    }

    private void draw(String text) {
        dirty = true;
        err.print("\r\u001b[K" + text);
        err.flush();
    }

    @Override
    public void close() {
        clear();
    }

    /// Takes the bar away, so that something can be said in its place.
    synchronized void clear() {
        if (dirty) {
            err.print("\r\u001b[K");
            err.flush();
            dirty = false;
        }
    }
}
