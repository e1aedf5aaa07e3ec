package dev.pavior.sandbox.rest;

/** What the API does on one route. */
@FunctionalInterface
interface Operation {
    Answer answer(Call call);
}
