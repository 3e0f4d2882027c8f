/// The pages of the plan: board, table, timeline, promises, one activity, and what is read in and given out.
@NullMarked
package se.varjedag.app.strategy.web;

import org.jspecify.annotations.NullMarked;
