@NullMarked
package se.varjedag.app.overview.web;

import org.jspecify.annotations.NullMarked;
