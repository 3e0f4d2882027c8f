/// Sign-in by an identity provider, tried against one that runs in the test.
@NullMarked
package se.varjedag.app.access.provider;

import org.jspecify.annotations.NullMarked;
