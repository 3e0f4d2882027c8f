package se.varjedag.app.disposal;

import java.util.UUID;
import se.varjedag.eventlog.Sentence;

/// Something that holds data of quality registers: rows, memory, copies that were handed out. A module that holds any
/// declares a bean of this type; erasure asks all of them, and the receipt says what each did.
public interface Holder {

    /// What holds it, as the receipt names it: `event-log`, `memory`.
    String name();

    /// Whether it lies in the database: then it erases in the transaction of the opt-out, all of them or none. Others
    /// are asked after it.
    boolean inDatabase();

    /// Erases what it holds of a person's data in a register. Asked again, it finds nothing left.
    ///
    /// @param by who carries it out
    Done erase(String register, UUID person, String by);

    /// What was done.
    ///
    /// @param amount how many pieces of data went, or have to be asked back
    record Done(long amount, Sentence what) {}
}
