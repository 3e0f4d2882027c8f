/// Where everything is kept: the home folder with its keys, PostgreSQL as our own child process (or an external
/// one), backup and restore. Read [Home] first.
@NullMarked
package se.varjedag.app.database;

import org.jspecify.annotations.NullMarked;
