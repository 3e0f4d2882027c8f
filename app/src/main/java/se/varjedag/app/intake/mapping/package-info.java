/// Which codes of the care systems mean which measuring point: data, shipped with the product and added to in the home
/// folder. Read [CodeMapping] first.
@NullMarked
package se.varjedag.app.intake.mapping;

import org.jspecify.annotations.NullMarked;
