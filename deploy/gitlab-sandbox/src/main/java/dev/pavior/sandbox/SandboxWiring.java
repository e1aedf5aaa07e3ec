package dev.pavior.sandbox;

import dev.pavior.sandbox.demo.History;
import dev.pavior.sandbox.demo.Life;
import dev.pavior.sandbox.demo.Narrator;
import dev.pavior.sandbox.demo.Seed;
import dev.pavior.sandbox.demo.Unrest;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Ledger;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Tally;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.faults.ApiFaults;
import dev.pavior.sandbox.faults.Faults;
import dev.pavior.sandbox.faults.RateLimit;
import dev.pavior.sandbox.faults.RateLimitFilter;
import dev.pavior.sandbox.hooks.Courier;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.hooks.Dispatcher;
import dev.pavior.sandbox.hooks.HookBodies;
import dev.pavior.sandbox.hooks.HookDesk;
import dev.pavior.sandbox.hooks.HookHealth;
import dev.pavior.sandbox.hooks.Receivers;
import dev.pavior.sandbox.journal.Journal;
import dev.pavior.sandbox.page.ItemPages;
import dev.pavior.sandbox.rest.RestApi;
import dev.pavior.sandbox.rest.Token;
import dev.pavior.sandbox.shape.Links;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        return SandboxSettings.given(settings.dataDir())
                .map(
                        directory ->
                                Journal.open(
                                        Path.of(directory), json, () -> begun(settings, clock)))
                .orElseGet(() -> begun(settings, clock));
    }

    private static World begun(SandboxSettings settings, Clock clock) {
        var born = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (settings.demo()) {
            return History.played(born, happening -> {});
        }
        var world = new World(Ledger.NONE);
        Seed.plant(world, born);
        return world;
    }

    @Bean
    DeliveryLog deliveryLog(SandboxSettings settings) {
        return new DeliveryLog(settings.hookLog());
    }

    @Bean
    HookHealth hookHealth(World world, Clock clock, SandboxSettings settings) {
        return new HookHealth(world, clock, settings.hookPause());
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    RateLimit rateLimit(Clock clock) {
        return new RateLimit(clock);
    }

    @Bean
    ApiFaults apiFaults(Faults faults) {
        return new ApiFaults(faults);
    }

    @Bean
    RateLimitFilter rateLimitFilter(RateLimit limit, Clock clock) {
        return new RateLimitFilter(limit, clock);
    }

    @Bean
    Courier courier(InstanceUrl instance, Clock clock) {
        return new Courier(instance, clock);
    }

    @Bean
    Dispatcher dispatcher(Courier courier, DeliveryLog log, HookHealth health, Faults faults) {
        return new Dispatcher(courier, log, health, faults);
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
    HookDesk hookDesk(World world, Links links, JsonMapper json) {
        return new HookDesk(world, new HookBodies(world, links), json);
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    Unrest unrest(Office office, Tally tally, Clock clock) {
        return new Unrest(office, tally, clock);
    }

    @Bean
    Office office(World world, HookDesk desk, Receivers receivers, Dispatcher out, Tally tally) {
        return Office.of(
                world,
                tally.andThen(
                        happening ->
                                desk.deliveries(
                                        happening,
                                        receivers.all(),
                                        () -> UUID.randomUUID().toString(),
                                        delivery -> world.afterTurn(() -> out.send(delivery)))));
    }

    @Bean
    Demo demo(
            Office office,
            Courier courier,
            DeliveryLog log,
            Links links,
            JsonMapper json,
            Receivers receivers,
            SandboxSettings settings,
            Clock clock) {
        var world = office.world();
        var narrator = new Narrator(world, courier, log, links, json);
        var life = new Life(office, clock, clock.millis());
        return new Demo(world, narrator, receivers, life, settings, clock);
    }

    @Bean
    RestApi.Hooks restHooks(
            DeliveryLog log, Dispatcher dispatcher, HookDesk desk, HookHealth health) {
        return new RestApi.Hooks(log, dispatcher, desk, health);
    }

    @Bean
    RestApi.Troubles troubles(Faults faults, RateLimit limit, Unrest unrest, Tally tally) {
        return new RestApi.Troubles(faults, limit, unrest, tally);
    }

    @Bean
    RouterFunction<ServerResponse> restApi(
            Office office,
            Links links,
            RestApi.Hooks hooks,
            RestApi.Troubles troubles,
            SandboxSettings settings,
            Clock clock) {
        return RestApi.routes(office, links, hooks, troubles, tokens(settings), clock);
    }

    @Bean
    RouterFunction<ServerResponse> pages(World world) {
        return new ItemPages(world).routes();
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
