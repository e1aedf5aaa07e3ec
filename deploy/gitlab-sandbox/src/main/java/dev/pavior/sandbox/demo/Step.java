package dev.pavior.sandbox.demo;

import java.time.Instant;

/** One act of a history: when, by whom, what. */
record Step(Instant at, String by, Act act) {}
