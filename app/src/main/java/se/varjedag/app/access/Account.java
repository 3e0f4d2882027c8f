package se.varjedag.app.access;

/// Somebody who may sign in.
public record Account(String username, String name, Role role) {}
