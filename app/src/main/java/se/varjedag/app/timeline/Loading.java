package se.varjedag.app.timeline;

/// What is being brought into memory or into the log right now, and how far it has come.
///
/// @param swedish what, in words for the page; empty when nothing is going on
/// @param english the same in English
/// @param done how many rows have come
/// @param of how many rows there are in all, 0 when that is not known
public record Loading(String swedish, String english, long done, long of) {
    public static final Loading NOTHING = new Loading("", "", 0, 0);

    public boolean goingOn() {
        return !swedish.isEmpty();
    }

    public int percent() {
        return of == 0 ? 0 : (int) Math.min(100, done * 100 / of);
    }
}
