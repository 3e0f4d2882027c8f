package se.varjedag.app.web;

/// Where the data on the pages come from. The module that holds the data implements it.
public interface DataOrigin {

    /// Whether any of the data are simulated; every page then says so.
    boolean synthetic();
}
