/// PostgreSQL for tests, and what must hold of it.
@NullMarked
package se.varjedag.app.database;

import org.jspecify.annotations.NullMarked;
