@NullMarked
package se.varjedag.app.followup.web;

import org.jspecify.annotations.NullMarked;
