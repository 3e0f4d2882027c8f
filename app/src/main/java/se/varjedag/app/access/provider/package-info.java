/// Sign-in by an identity provider (OpenID Connect) and tokens for other programs. Read [SignInRules] first: it says
/// how claims become assignments.
@NullMarked
package se.varjedag.app.access.provider;

import org.jspecify.annotations.NullMarked;
