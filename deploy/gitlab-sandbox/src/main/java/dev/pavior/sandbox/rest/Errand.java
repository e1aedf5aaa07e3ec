package dev.pavior.sandbox.rest;

import java.util.concurrent.Callable;

/** What one route does that takes its time: it is prepared in turn and done outside of it. */
interface Errand {

    Callable<Answer> prepared(Call call);
}
