/// The page of exports to projects.
@NullMarked
package se.varjedag.app.identity.web;

import org.jspecify.annotations.NullMarked;
