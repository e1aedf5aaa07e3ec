package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.demo.Unrest;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Tally;
import dev.pavior.sandbox.faults.Faults;
import dev.pavior.sandbox.faults.RateLimit;
import dev.pavior.sandbox.graph.GraphApi;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.hooks.Dispatcher;
import dev.pavior.sandbox.hooks.HookDesk;
import dev.pavior.sandbox.hooks.HookHealth;
import dev.pavior.sandbox.shape.Links;
import java.time.Clock;
import java.util.List;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The whole API, ready to be served. */
public final class RestApi {

    /** The hooks as the API shows them and lets them be tried. */
    public record Hooks(DeliveryLog log, Dispatcher dispatcher, HookDesk desk, HookHealth health) {}

    /** The troubles that the API can be asked for. */
    public record Troubles(Faults faults, RateLimit limit, Unrest unrest, Tally tally) {}

    private RestApi() {}

    public static RouterFunction<ServerResponse> routes(
            Office office,
            Links links,
            Hooks hooks,
            Troubles troubles,
            List<Token> tokens,
            Clock clock) {
        var desk = Desk.of(office, links);
        var writes = new Writes();
        var api = new Api(office.world(), new Tokens(office.world(), tokens), writes, clock);
        var post = new HookLogCalls.HookPost(hooks.log(), hooks.dispatcher(), hooks.desk());
        return new Routes(api)
                .of(
                        desk,
                        home -> new HookCalls(desk, hooks.health(), home),
                        calls -> new HookLogCalls(desk, calls, post),
                        new SandboxCalls(desk, writes, hooks.log()),
                        new FaultCalls(troubles.faults(), troubles.limit()),
                        new GraphCalls(new GraphApi(office), writes),
                        new LoadCalls(office.world(), troubles.unrest(), troubles.tally()))
                .and(Routes.nowhere());
    }
}
