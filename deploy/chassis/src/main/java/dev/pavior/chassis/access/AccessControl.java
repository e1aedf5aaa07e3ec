package dev.pavior.chassis.access;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import reactor.core.publisher.Mono;

/** Denies every request without a known token, but for health and the service's open paths. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(AccessSettings.class)
public class AccessControl {

    @Bean
    AccessFile accessFile(AccessSettings settings) {
        return settings.read();
    }

    @Bean
    ReactiveAuthenticationManager tokenCheck(AccessFile file) {
        return credentials ->
                Mono.justOrEmpty(file.bearer(String.valueOf(credentials.getCredentials())))
                        .map(AccessControl::authenticated)
                        .switchIfEmpty(Mono.error(new BadCredentialsException("unknown token")));
    }

    @Bean
    SecurityWebFilterChain denyByDefault(
            ServerHttpSecurity http,
            ReactiveAuthenticationManager tokenCheck,
            ObjectProvider<OpenPaths> openPaths,
            ObjectProvider<TokenSource> sources,
            ObjectProvider<ServerAuthenticationEntryPoint> entryPoint) {
        var open = openPaths.getIfAvailable(OpenPaths::of);
        var refuse =
                entryPoint.getIfAvailable(() -> (exchange, e) -> Refusal.unauthorized(exchange));
        var tokens = new AuthenticationWebFilter(tokenCheck);
        tokens.setServerAuthenticationConverter(converter(sources.orderedStream().toList()));
        tokens.setAuthenticationFailureHandler(
                new ServerAuthenticationEntryPointFailureHandler(refuse));
        return http.csrf(
                        ServerHttpSecurity.CsrfSpec::disable) // no ambient credentials across sites
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .addFilterAt(tokens, SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(
                        spec ->
                                spec.authenticationEntryPoint(refuse)
                                        .accessDeniedHandler(
                                                (exchange, e) -> Refusal.forbidden(exchange)))
                .authorizeExchange(
                        spec ->
                                spec.matchers(open.matcher())
                                        .permitAll()
                                        .anyExchange()
                                        .hasRole(Role.READER.name()))
                .build();
    }

    private static ServerAuthenticationConverter converter(List<TokenSource> further) {
        return exchange -> Mono.justOrEmpty(tokenOf(exchange.getRequest(), further));
    }

    private static Optional<Authentication> tokenOf(
            ServerHttpRequest request, List<TokenSource> further) {
        return TokenSource.bearer()
                .tokenOf(request)
                .or(() -> further.stream().flatMap(s -> s.tokenOf(request).stream()).findFirst())
                .map(token -> UsernamePasswordAuthenticationToken.unauthenticated("token", token));
    }

    private static Authentication authenticated(Access access) {
        var roles =
                access.role().included().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList();
        return UsernamePasswordAuthenticationToken.authenticated(access, null, roles);
    }
}
