package dev.pavior.sandbox.domain;

/** Anything that has an id of its own and is kept. */
public sealed interface Entity
        permits Group, Hook, Item, Label, Milestone, Note, Played, Project, Spent, User {

    long id();
}
