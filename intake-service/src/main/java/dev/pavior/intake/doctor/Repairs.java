package dev.pavior.intake.doctor;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the doctor may do to hooks; what it may not, it only reports.
 *
 * @param create create a missing one
 * @param complete switch on the kinds of events that one lacks
 * @param reEnable test a disabled one, which enables it again
 * @param resend have failed deliveries sent once more
 */
public record Repairs(
        @DefaultValue("true") boolean create,
        @DefaultValue("true") boolean complete,
        @DefaultValue("true") boolean reEnable,
        @DefaultValue("true") boolean resend) {}
