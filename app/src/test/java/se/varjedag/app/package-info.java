/// Journeys through the whole system over a real PostgreSQL.
@NullMarked
package se.varjedag.app;

import org.jspecify.annotations.NullMarked;
