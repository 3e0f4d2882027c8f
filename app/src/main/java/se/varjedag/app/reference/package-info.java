/// Regions, healthcare regions, units and their caregivers. Read [Regions] first.
@NullMarked
package se.varjedag.app.reference;

import org.jspecify.annotations.NullMarked;
