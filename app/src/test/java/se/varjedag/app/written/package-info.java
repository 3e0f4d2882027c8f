/// What a whole run of the tests wrote: logs, metrics and what programs said. Read [WhatWasWrittenCheck] first.
@NullMarked
package se.varjedag.app.written;

import org.jspecify.annotations.NullMarked;
