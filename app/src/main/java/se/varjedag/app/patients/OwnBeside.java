package se.varjedag.app.patients;

import java.util.List;
import java.util.UUID;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.web.Texts;

/// What another module keeps of a patient beside her events and values, for her register extract. The module that keeps
/// it implements it.
public interface OwnBeside {

    /// What is hers to read, the latest first.
    ///
    /// @param told the events that she may read; nothing that follows from another may be among the lines
    List<Line> of(UUID person, List<Event> told, Texts texts);

    /// One line of the extract.
    ///
    /// @param what  what it is
    /// @param words what it says
    /// @param unit  the care unit it is from; empty for none
    record Line(String day, String what, String words, String unit) {}
}
