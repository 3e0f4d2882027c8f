@NullMarked
package se.varjedag.app.web;

import org.jspecify.annotations.NullMarked;
