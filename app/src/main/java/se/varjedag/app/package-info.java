/// The system people use: one Spring Boot application. Read [VarjeDagApplication] first; every package below is one
/// thing the clinic would name, and may only be used through the types of that package itself.
@NullMarked
package se.varjedag.app;

import org.jspecify.annotations.NullMarked;
