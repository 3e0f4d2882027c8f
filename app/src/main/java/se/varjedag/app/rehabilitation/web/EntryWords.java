package se.varjedag.app.rehabilitation.web;

import se.varjedag.app.rehabilitation.Entry;
import se.varjedag.app.rehabilitation.Entry.What;
import se.varjedag.app.rehabilitation.Programme;
import se.varjedag.app.web.Texts;

/// An entry of rehabilitation in the reader's words.
record EntryWords(Programme programme, Texts texts) {

    /// What it is of.
    String what(Entry entry) {
        return switch (entry.what()) {
            case NEED -> texts.text("rehab.dimension." + entry.item());
            case PROFESSION -> profession(entry.item());
            default -> texts.text("rehab.what." + entry.what().key());
        };
    }

    /// What was answered.
    String answer(Entry entry) {
        return texts.text((entry.what() == What.NEED ? "rehab.level." : "rehab.answer.") + entry.answer());
    }

    /// What a profession is called.
    String profession(String code) {
        var name = programme.professions().get(code);
        return name == null ? code : name.in(texts.language());
    }
}
