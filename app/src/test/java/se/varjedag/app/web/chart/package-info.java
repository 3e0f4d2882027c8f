@NullMarked
package se.varjedag.app.web.chart;

import org.jspecify.annotations.NullMarked;
