package se.varjedag.app.web;

/// What an error page says.
///
/// @param code the status, small at the end, for whoever is asked for help
public record ErrorPage(String title, String text, String code) {}
