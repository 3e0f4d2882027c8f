/// One patient's whole course on one screen: clinical values beside the pathway's clock, on one axis of time. Which
/// lanes a diagnosis has, and what its next decision needs, is data ([Contents]).
@NullMarked
package se.varjedag.app.overview;

import org.jspecify.annotations.NullMarked;
