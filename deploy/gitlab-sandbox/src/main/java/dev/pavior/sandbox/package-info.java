/**
 * A faithful stand-in for GitLab: its REST API and its hooks over a world kept in memory.
 *
 * <p>A new world without the demo holds, with these ids: the users {@code root} (1), {@code
 * pavior-bot} (2), {@code pavior-reader} (3) and the people {@code ada} (4), {@code bo} (5), {@code
 * chidi} (6), {@code dara} (7), {@code eun} (8), {@code femi} (9); the group {@code acme} (1); the
 * projects {@code acme/gateway} (1) and {@code acme/console} (2); the charter's labels, as labels
 * of the group. No issue, merge request, note or milestone.
 */
@NullMarked
package dev.pavior.sandbox;

import org.jspecify.annotations.NullMarked;
