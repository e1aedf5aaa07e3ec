package dev.pavior.sandbox;

import dev.pavior.sandbox.demo.Seed;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Ledger;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.hooks.Courier;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.hooks.Dispatcher;
import dev.pavior.sandbox.hooks.HookBodies;
import dev.pavior.sandbox.hooks.HookDesk;
import dev.pavior.sandbox.hooks.Receivers;
import dev.pavior.sandbox.journal.Journal;
import dev.pavior.sandbox.rest.RestApi;
import dev.pavior.sandbox.rest.Token;
import dev.pavior.sandbox.shape.Links;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of the sandbox together. */
@Configuration(proxyBeanMethods = false)
class SandboxWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapper jsonMapper() {
        return JsonMapper.builder().build();
    }

    @Bean
    InstanceUrl instanceUrl(SandboxSettings settings) {
        return new InstanceUrl(settings.url());
    }

    @Bean
    World world(SandboxSettings settings, JsonMapper json, Clock clock) {
        var world =
                SandboxSettings.given(settings.dataDir())
                        .map(directory -> restored(Path.of(directory), json))
                        .orElseGet(() -> new World(Ledger.NONE));
        if (world.users.isEmpty()) {
            Seed.plant(world, clock.instant());
        }
        return world;
    }

    private static World restored(Path directory, JsonMapper json) {
        var journal = Journal.in(directory, json);
        var world = new World(journal);
        journal.replayInto(world);
        return world;
    }

    @Bean
    DeliveryLog deliveryLog() {
        return new DeliveryLog();
    }

    @Bean
    Courier courier(InstanceUrl instance, Clock clock) {
        return new Courier(instance, clock);
    }

    @Bean
    Dispatcher dispatcher(Courier courier, DeliveryLog log) {
        return new Dispatcher(courier, log);
    }

    @Bean
    Links links(World world, InstanceUrl instance) {
        return new Links(world, instance);
    }

    @Bean
    Receivers receivers(SandboxSettings settings, World world, Clock clock) {
        return new Receivers(
                world,
                SandboxSettings.given(settings.hookUrl()).map(url -> hook(url, settings, clock)));
    }

    private static Hook hook(String url, SandboxSettings settings, Clock clock) {
        return Receivers.ofAllProjects(
                url,
                SandboxSettings.given(settings.hookToken()).orElse(null),
                SandboxSettings.given(settings.hookSigningToken()).orElse(null),
                clock.instant());
    }

    @Bean
    Office office(World world, Links links, JsonMapper json, Receivers receivers, Dispatcher out) {
        var told = new Told();
        var office = Office.of(world, told);
        var desk = new HookDesk(new HookBodies(office, links), json);
        told.listenWith(happening -> desk.deliveries(happening, receivers.all(), out::send));
        return office;
    }

    @Bean
    RouterFunction<ServerResponse> restApi(
            Office office, Links links, DeliveryLog log, SandboxSettings settings, Clock clock) {
        return RestApi.routes(office, links, log, tokens(settings), clock);
    }

    @Bean
    RouterFunction<ServerResponse> health() {
        return HealthRoutes.routes();
    }

    private static List<Token> tokens(SandboxSettings settings) {
        return List.of(
                new Token(1, "admin", settings.adminToken(), "root", Set.of("api", "sudo")),
                new Token(2, "write", settings.writeToken(), "pavior-bot", Set.of("api")),
                new Token(3, "read", settings.readToken(), "pavior-reader", Set.of("read_api")));
    }
}
