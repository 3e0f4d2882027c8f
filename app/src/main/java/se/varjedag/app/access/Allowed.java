package se.varjedag.app.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may come through this address. On a controller it holds for all of its addresses; on a method for that one.
///
/// Every address needs it: one without is closed to everybody, and a test fails the build.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {
    Permission value();
}
