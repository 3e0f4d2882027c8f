/// The open pages under `/oppet` and their files. Begin with [se.varjedag.app.results.open.web.OpenController].
@NullMarked
package se.varjedag.app.results.open.web;

import org.jspecify.annotations.NullMarked;
