/// What regions report to the national database of waiting times, and the record of it. Read [NationalReturns] first.
@NullMarked
package se.varjedag.app.reporting;

import org.jspecify.annotations.NullMarked;
