@NullMarked
package se.varjedag.app.results.web;

import org.jspecify.annotations.NullMarked;
