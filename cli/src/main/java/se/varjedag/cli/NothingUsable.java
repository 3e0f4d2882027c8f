package se.varjedag.cli;

import se.varjedag.eventlog.Sentence;

/// The command was understood, but its files hold nothing that can be used; exit status 1.
final class NothingUsable extends RuntimeException {
    private final transient Sentence sentence;

    NothingUsable(Sentence sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    NothingUsable(String english, String swedish) {
        this(new Sentence(english, swedish));
    }

    Sentence sentence() {
        return sentence;
    }
}
