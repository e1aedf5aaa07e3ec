package dev.pavior.sandbox.domain;

/** Anything that has an id of its own and is kept. */
public sealed interface Entity
        permits Award,
                Backoff,
                Group,
                Hook,
                IssueLink,
                Item,
                Iteration,
                Label,
                Milestone,
                Note,
                Played,
                Project,
                Spent,
                Status,
                Trace,
                User {

    long id();
}
