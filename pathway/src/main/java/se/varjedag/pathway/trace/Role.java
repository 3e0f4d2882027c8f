package se.varjedag.pathway.trace;

/// What the tracer does with an event. Numbers rather than an enum, because it asks for every event of every person;
/// in an order that tells the two walks apart.
final class Role {

    /// Claimed by no definition.
    static final byte UNCLAIMED = 0;

    /// The prefix of a definition and a suffix without meaning.
    static final byte LOCAL = 1;

    static final byte START = 2;
    static final byte END = 3;

    /// An end that the definition forbids.
    static final byte FORBIDDEN_END = 4;

    static final byte DEATH = 5;
    static final byte RECEIVED = 6;

    /// A pathology answer, which is a sub-process point and may also shorten limits.
    static final byte ANSWER = 7;

    static final byte SUB_PROCESS = 8;

    /// A point on the way, or the marker of the extended track.
    static final byte STEP = 9;

    static final byte SENT = 10;
    static final byte SUSPECTED = 11;

    private Role() {}

    /// True for what the first walk looks at: what opens, ends or moves a pathway, or is at fault by itself.
    static boolean first(byte role) {
        return role <= ANSWER;
    }

    /// True for what the second walk looks at: what is given to a pathway once all of them are known.
    static boolean second(byte role) {
        return role >= ANSWER;
    }
}
