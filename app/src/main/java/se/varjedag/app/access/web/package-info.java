/// The sign-in page, and who is signed in as the frame needs to know it.
@NullMarked
package se.varjedag.app.access.web;

import org.jspecify.annotations.NullMarked;
