/// The pages of coordination: the worklist, one pathway, the morning list, the load.
@NullMarked
package se.varjedag.app.coordination.web;

import org.jspecify.annotations.NullMarked;
