package dev.pavior.local.connect.check;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Why no answer came, in words that say what to do. */
final class Unreachable {

    private Unreachable() {}

    static String why(
            Target target, IOException problem, UnaryOperator<@Nullable String> environment) {
        return reason(target, problem) + proxy(target, environment);
    }

    private static String reason(Target target, IOException problem) {
        var host = target.host();
        if (causes(problem).anyMatch(Unreachable::isUnresolved)) {
            return "there is no host %s: check the address".formatted(host);
        }
        return switch (problem) {
            case HttpTimeoutException _ ->
                    "%s does not answer in time: check the address, your VPN or firewall"
                            .formatted(host);
            case ConnectException _ ->
                    "nothing listens at %s: check the address and its port".formatted(host);
            case SSLHandshakeException _ ->
                    ("Java does not trust the certificate of %s: name a store that has its issuer,"
                                    + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE")
                            .formatted(host);
            case SSLException _ ->
                    "%s does not speak TLS there: is it http:// or another port?".formatted(host);
            default -> "%s breaks off: %s".formatted(host, problem.getMessage());
        };
    }

    /** Java looks at properties for a proxy, where most other programs look at the environment. */
    private static String proxy(Target target, UnaryOperator<@Nullable String> environment) {
        var named =
                Stream.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
                        .filter(
                                name ->
                                        !Optional.ofNullable(environment.apply(name))
                                                .orElse("")
                                                .isBlank())
                        .findFirst();
        return named.isEmpty() || usesAProxy(target)
                ? ""
                : ("; %s is set, but Java wants"
                                + " JAVA_TOOL_OPTIONS='-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT'")
                        .formatted(named.get());
    }

    private static boolean usesAProxy(Target target) {
        var selector = ProxySelector.getDefault();
        return selector != null
                && selector.select(target.url()).stream()
                        .anyMatch(proxy -> proxy.address() != null);
    }

    private static boolean isUnresolved(Throwable cause) {
        return cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException;
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause);
    }
}
