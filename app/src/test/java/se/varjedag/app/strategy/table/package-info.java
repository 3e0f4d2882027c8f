@NullMarked
package se.varjedag.app.strategy.table;

import org.jspecify.annotations.NullMarked;
