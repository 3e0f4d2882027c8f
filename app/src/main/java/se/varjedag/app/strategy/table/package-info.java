/// The table of a plan as people keep it today, in and out: CSV, XLSX and DOCX.
@NullMarked
package se.varjedag.app.strategy.table;

import org.jspecify.annotations.NullMarked;
