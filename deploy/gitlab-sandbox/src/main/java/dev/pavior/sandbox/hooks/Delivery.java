package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Hook;

/**
 * One body on its way to one receiver.
 *
 * @param event GitLab's name of the event, as its header has it
 * @param lane deliveries with the same lane stay in order
 * @param id the same whenever the same delivery is sent
 */
public record Delivery(
        Hook hook, String event, String trigger, String lane, String id, String body) {}
