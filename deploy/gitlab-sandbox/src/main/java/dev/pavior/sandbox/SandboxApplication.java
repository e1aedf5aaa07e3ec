package dev.pavior.sandbox;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Starts the sandbox. It names the few auto-configurations it needs and has a configuration file of
 * its own name, so that a test of another module can run it beside that module's own application.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    WebFluxAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    CodecsAutoConfiguration.class
})
@Import(SandboxWiring.class)
public class SandboxApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** Starts a sandbox inside another process; the port 0 takes any free one. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties) {
        var arguments =
                properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new);
        return application().run(arguments);
    }

    /** The address of a sandbox started inside this process. */
    public static String url(ConfigurableApplicationContext sandbox) {
        return sandbox.getBean(InstanceUrl.class).get();
    }

    private static SpringApplication application() {
        return new SpringApplicationBuilder(SandboxApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=gitlab-sandbox")
                .build();
    }
}
