package dev.pavior.sandbox.rest;

import org.springframework.web.reactive.function.server.RouterFunctions;

/** The routes that GitLab does not have: what tests and people ask the sandbox itself. */
final class SandboxRoutes {

    private final Api api;
    private final RouterFunctions.Builder table;

    SandboxRoutes(Api api, RouterFunctions.Builder table) {
        this.api = api;
        this.table = table;
    }

    void add(SandboxCalls sandbox, Desk desk) {
        String root = "/-/sandbox";
        String request = root + "/projects/{id}/merge_requests/{iid}";
        var places = desk.places();
        table.PUT(root + "/projects/{id}/visibility", api.does(new PlaceCalls(desk)::hide));
        table.GET(root + "/writes", api.does(sandbox::writes));
        table.GET(root + "/deliveries", api.does(sandbox::deliveries));
        table.POST(request + "/conflicts", api.does(new MergeRequestCalls(desk)::setConflicts));
        table.POST(request + "/push", api.does(new ApprovalCalls(desk)::push));
        table.POST(
                root + "/projects/{id}/expiring_token",
                api.does(sandbox.expires(places::projectHome)));
        table.POST(
                root + "/groups/{id}/expiring_token", api.does(sandbox.expires(places::groupHome)));
        table.POST(root + "/groups/{id}/statuses", api.does(sandbox::createStatus));
        table.POST(root + "/groups/{id}/iterations", api.does(sandbox::createIteration));
    }

    void add(FaultCalls faults) {
        table.GET("/-/sandbox/faults", api.does(faults::faults));
        table.PUT("/-/sandbox/faults", api.does(faults::setFaults));
        table.DELETE("/-/sandbox/faults", api.does(faults::clearFaults));
        table.GET("/-/sandbox/rate-limit", api.does(faults::rateLimit));
        table.PUT("/-/sandbox/rate-limit", api.does(faults::setRateLimit));
        table.DELETE("/-/sandbox/rate-limit", api.does(faults::clearRateLimit));
    }

    void add(LoadCalls load) {
        table.POST("/-/sandbox/seed", api.runs(load::seed));
        table.POST("/-/sandbox/changes", api.does(load::start));
        table.GET("/-/sandbox/changes", api.does(load::progress));
    }
}
