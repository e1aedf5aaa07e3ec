package dev.pavior.intake;

import dev.pavior.intake.publish.PublishSettings;
import dev.pavior.intake.webhook.WebhookSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of this service.
 *
 * @param webhook who may send hooks and what each may cost
 * @param publish how long the producer may try
 */
@ConfigurationProperties("pavior.intake")
public record IntakeSettings(WebhookSettings webhook, @DefaultValue PublishSettings publish) {}
