package dev.pavior.sandbox;

import java.util.function.Supplier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** The address under which the instance knows itself. */
final class InstanceUrl
        implements Supplier<String>, ApplicationListener<WebServerInitializedEvent> {

    private final String given;
    private volatile String found = "http://127.0.0.1";

    InstanceUrl(String given) {
        this.given = given.replaceFirst("/+$", "");
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        found = "http://127.0.0.1:" + event.getWebServer().getPort();
    }

    @Override
    public String get() {
        return given.isBlank() ? found : given;
    }
}
