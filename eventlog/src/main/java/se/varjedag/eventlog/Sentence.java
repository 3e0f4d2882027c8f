package se.varjedag.eventlog;

import se.varjedag.pathway.definition.Language;

/// What a person is told, in both languages.
public record Sentence(String english, String swedish) {
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case SV -> swedish;
        };
    }
}
