/// The figures: a question about lead times, asked of traced pathways, and everything that follows from
/// counting days.
///
/// Read [Answers] first (one way from a [Question] to an [Answer] for command line, interface and page), then
/// [DayHistogram], the value that carries every figure. [Facts] are pathways laid out for many questions.
@NullMarked
package se.varjedag.pathway.measure;

import org.jspecify.annotations.NullMarked;
