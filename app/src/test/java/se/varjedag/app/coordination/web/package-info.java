@NullMarked
package se.varjedag.app.coordination.web;

import org.jspecify.annotations.NullMarked;
