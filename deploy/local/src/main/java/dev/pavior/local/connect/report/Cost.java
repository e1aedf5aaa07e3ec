package dev.pavior.local.connect.report;

import java.time.Duration;
import java.util.List;

/**
 * What reading a GitLab took.
 *
 * @param requests how many requests were made in this run
 * @param budget what part of which limit they kept to, in words
 * @param throttled how often GitLab said that it was too much
 * @param took how long it took until all was read
 * @param refused lists that GitLab does not show to the token
 */
public record Cost(
        long requests, String budget, long throttled, Duration took, List<String> refused) {

    public Cost {
        refused = List.copyOf(refused);
    }
}
