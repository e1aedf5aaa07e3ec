package dev.pavior.intake.webhook;

import dev.pavior.contract.ItemKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host in the keys of a delivery's items. Only the header of the authenticated request and the
 * settings are believed: the URLs in the body are whatever a project's settings make of them.
 */
final class InstanceHost {

    private InstanceHost() {}

    /** The host of the instance as host[:port], without the usual port; else the configured one. */
    static String of(@Nullable String instance, String configured) {
        return Optional.ofNullable(instance).flatMap(InstanceHost::host).orElse(configured);
    }

    private static Optional<String> host(String instance) {
        try {
            var url = new URI(instance.strip());
            if (url.getHost() == null || url.getScheme() == null) {
                return Optional.empty();
            }
            var scheme = url.getScheme().toLowerCase(Locale.ROOT);
            return Optional.of(url.getHost().toLowerCase(Locale.ROOT) + port(scheme, url.getPort()))
                    .filter(host -> scheme.equals("https") || scheme.equals("http"))
                    .filter(ItemKey::isHost);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String port(String scheme, int port) {
        int usual = scheme.equals("https") ? 443 : 80;
        return port == -1 || port == usual ? "" : ":" + port;
    }
}
