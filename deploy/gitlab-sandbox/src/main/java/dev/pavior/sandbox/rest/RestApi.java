package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.shape.Links;
import java.time.Clock;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The whole API, ready to be served. */
public final class RestApi {

    private RestApi() {}

    public static RouterFunction<ServerResponse> routes(
            Office office, Links links, DeliveryLog log, List<Token> tokens, Clock clock) {
        var desk = Desk.of(office, links);
        var writes = new Writes();
        var api = new Api(office.world(), new Tokens(office.world(), tokens), writes, clock);
        return new Routes(api).of(desk, new HookCalls(desk, log), new SandboxCalls(writes, log));
    }
}
