/// The synthetic Sweden as data of this installation, in demo mode only. Read [DemoData] first.
@NullMarked
package se.varjedag.app.demo;

import org.jspecify.annotations.NullMarked;
