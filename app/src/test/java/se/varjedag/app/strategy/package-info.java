@NullMarked
package se.varjedag.app.strategy;

import org.jspecify.annotations.NullMarked;
