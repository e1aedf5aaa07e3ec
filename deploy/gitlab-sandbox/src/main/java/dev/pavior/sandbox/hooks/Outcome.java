package dev.pavior.sandbox.hooks;

import java.time.Duration;
import java.util.Map;

/** What a receiver made of a delivery; status 0 is no answer at all. */
public record Outcome(
        int status, Map<String, String> requestHeaders, String responseBody, Duration took) {

    /** GitLab takes a redirect for a success too. */
    public boolean received() {
        return status >= 200 && status < 400;
    }
}
