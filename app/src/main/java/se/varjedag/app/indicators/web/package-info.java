@NullMarked
package se.varjedag.app.indicators.web;

import org.jspecify.annotations.NullMarked;
