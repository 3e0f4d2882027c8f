package se.varjedag.cli;

import se.varjedag.eventlog.Sentence;

/// The command was asked for something it cannot understand; exit status 2.
final class WrongUsage extends RuntimeException {
    private final transient Sentence sentence;

    WrongUsage(String english, String swedish) {
        super(english);
        this.sentence = new Sentence(english, swedish);
    }

    Sentence sentence() {
        return sentence;
    }
}
