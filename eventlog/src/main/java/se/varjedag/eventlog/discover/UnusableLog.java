package se.varjedag.eventlog.discover;

import se.varjedag.eventlog.Sentence;
/// A file that cannot be used as an event log at all, and what to do about it.

public final class UnusableLog extends Exception {
    private final transient Sentence sentence;

    public UnusableLog(String english, String swedish) {
        super(english);
        this.sentence = new Sentence(english, swedish);
    }

    public Sentence sentence() {
        return sentence;
    }
}
