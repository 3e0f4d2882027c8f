/// From the events of a person to her pathways: what opened, what was reached, how it ended, and what is wrong
/// with the registration. The rules are the sentences of `docs/rules.md`. Read [Tracer] first.
@NullMarked
package se.varjedag.pathway.trace;

import org.jspecify.annotations.NullMarked;
