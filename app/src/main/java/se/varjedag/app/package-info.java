/// The system people use: one Spring Boot application.
@NullMarked
package se.varjedag.app;

import org.jspecify.annotations.NullMarked;
