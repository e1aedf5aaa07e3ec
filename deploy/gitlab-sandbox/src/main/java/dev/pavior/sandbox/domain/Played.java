package dev.pavior.sandbox.domain;

/** That one delivery of the team's history was received; its id is the delivery's number. */
public record Played(long id) implements Entity {}
