package se.varjedag.nation;

import se.varjedag.pathway.event.CareEvent;

/// An event and the day it gets known.
record Registration(int day, CareEvent event) {}
