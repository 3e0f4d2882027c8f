/// The page Tänk om: the same patients with something otherwise, several changes side by side.
///
/// Read [WhatIfPage] first.
@NullMarked
package se.varjedag.app.followup.web.whatif;

import org.jspecify.annotations.NullMarked;
