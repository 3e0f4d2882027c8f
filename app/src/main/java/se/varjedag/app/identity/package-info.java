/// Who the pseudonyms are: numbers and names, kept apart and encrypted. Read [Identities] first.
@NullMarked
package se.varjedag.app.identity;

import org.jspecify.annotations.NullMarked;
