package dev.pavior.sandbox.rest;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Trace;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Which call answers which route. */
final class Routes {

    private static final String API = "/api/v4";

    private final Api api;
    private final RouterFunctions.Builder table = route();

    Routes(Api api) {
        this.api = api;
    }

    RouterFunction<ServerResponse> of(
            Desk desk,
            Function<Function<Call, Home>, HookCalls> hooks,
            Function<HookCalls, HookLogCalls> logs,
            SandboxCalls sandbox,
            FaultCalls faults,
            GraphCalls graph,
            LoadCalls load) {
        var places = desk.places();
        addIssues(new IssueCalls(desk), new LinkCalls(desk));
        addMergeRequests(new MergeRequestCalls(desk), new ApprovalCalls(desk));
        addEpics(new EpicCalls(desk));
        addItem("/projects/{id}/issues", desk, places::issue);
        addItem("/projects/{id}/merge_requests", desk, places::mergeRequest);
        addItem("/groups/{id}/epics", desk, places::epic);
        addLabels(new LabelCalls(desk));
        addMilestones("/projects", new MilestoneCalls(desk, places::projectHome));
        addMilestones("/groups", new MilestoneCalls(desk, places::groupHome));
        addPlaces(new PlaceCalls(desk));
        addUsers(new UserCalls(desk));
        addHooks("/projects", hooks.apply(places::projectHome), logs);
        addHooks("/groups", hooks.apply(places::groupHome), logs);
        var own = new SandboxRoutes(api, table);
        own.add(sandbox, desk);
        own.add(faults);
        own.add(load);
        table.POST("/api/graphql", api.asks(graph::ask));
        return table.build();
    }

    /** What is no route at all; comes after everything else. */
    static RouterFunction<ServerResponse> nowhere() {
        return route(path("/api/**"), request -> Api.refused(Refusal.error(404, "404 Not Found")));
    }

    private void addIssues(IssueCalls issues, LinkCalls links) {
        get("/issues", issues::listMine);
        get("/issues/{id}", issues::getById);
        get("/groups/{id}/issues", issues::listOfGroup);
        get("/projects/{id}/issues", issues::listOfProject);
        post("/projects/{id}/issues", issues::create);
        get("/projects/{id}/issues/{iid}", issues::get);
        put("/projects/{id}/issues/{iid}", issues::update);
        delete("/projects/{id}/issues/{iid}", issues::delete);
        get("/projects/{id}/issues/{iid}/closed_by", issues::closedBy);
        post("/projects/{id}/issues/{iid}/move", issues::move);
        get("/projects/{id}/issues/{iid}/links", links::list);
        post("/projects/{id}/issues/{iid}/links", links::create);
        delete("/projects/{id}/issues/{iid}/links/{link_id}", links::delete);
    }

    private void addMergeRequests(MergeRequestCalls requests, ApprovalCalls approvals) {
        get("/merge_requests", requests::listMine);
        get("/groups/{id}/merge_requests", requests::listOfGroup);
        get("/projects/{id}/merge_requests", requests::listOfProject);
        post("/projects/{id}/merge_requests", requests::create);
        get("/projects/{id}/merge_requests/{iid}", requests::get);
        put("/projects/{id}/merge_requests/{iid}", requests::update);
        delete("/projects/{id}/merge_requests/{iid}", requests::delete);
        put("/projects/{id}/merge_requests/{iid}/merge", requests::merge);
        get("/projects/{id}/merge_requests/{iid}/closes_issues", requests::closesIssues);
        get("/projects/{id}/merge_requests/{iid}/approvals", approvals::get);
        post("/projects/{id}/merge_requests/{iid}/approvals", approvals::require);
        post("/projects/{id}/merge_requests/{iid}/approve", approvals::approve);
        post("/projects/{id}/merge_requests/{iid}/unapprove", approvals::unapprove);
    }

    private void addEpics(EpicCalls epics) {
        get("/groups/{id}/epics", epics::list);
        post("/groups/{id}/epics", epics::create);
        get("/groups/{id}/epics/{iid}", epics::get);
        put("/groups/{id}/epics/{iid}", epics::update);
        delete("/groups/{id}/epics/{iid}", epics::delete);
        get("/groups/{id}/epics/{iid}/issues", epics::issues);
    }

    /** What items of all kinds have. */
    private void addItem(String root, Desk desk, Function<Call, ? extends Item> item) {
        addNotes(root + "/{iid}", new NoteCalls(desk, item));
        addAwards(root + "/{iid}/award_emoji", new AwardCalls(desk, item));
        for (var kind : Trace.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            String all = root + "/{iid}/resource_" + name + "_events";
            var traces = new TraceCalls(desk, kind, item);
            get(all, traces::list);
            get(all + "/{event_id}", traces::get);
        }
    }

    private void addAwards(String all, AwardCalls awards) {
        get(all, awards::list);
        post(all, awards::create);
        delete(all + "/{award_id}", awards::delete);
    }

    private void addNotes(String item, NoteCalls notes) {
        String all = item + "/notes";
        get(item + "/discussions", notes::discussions);
        get(all, notes::list);
        post(all, notes::create);
        get(all + "/{note_id}", notes::get);
        put(all + "/{note_id}", notes::update);
        delete(all + "/{note_id}", notes::delete);
    }

    private void addLabels(LabelCalls labels) {
        get("/projects/{id}/labels", labels::listOfProject);
        post("/projects/{id}/labels", labels::createInProject);
        get("/projects/{id}/labels/{name}", labels::getOfProject);
        put("/projects/{id}/labels/{name}", labels::updateInProject);
        delete("/projects/{id}/labels/{name}", labels::deleteInProject);
        get("/groups/{id}/labels", labels::listOfGroup);
        post("/groups/{id}/labels", labels::createInGroup);
        get("/groups/{id}/labels/{name}", labels::getOfGroup);
        put("/groups/{id}/labels/{name}", labels::updateInGroup);
        delete("/groups/{id}/labels/{name}", labels::deleteInGroup);
    }

    private void addMilestones(String root, MilestoneCalls milestones) {
        get(root + "/{id}/milestones", milestones::list);
        post(root + "/{id}/milestones", milestones::create);
        get(root + "/{id}/milestones/{milestone_id}", milestones::get);
        put(root + "/{id}/milestones/{milestone_id}", milestones::update);
    }

    private void addPlaces(PlaceCalls places) {
        get("/projects", places::projects);
        get("/projects/{id}", places::project);
        get("/projects/{id}/members", places::membersOfProject);
        get("/projects/{id}/members/all", places::membersOfProject);
        get("/groups", places::groups);
        get("/groups/{id}", places::group);
        get("/groups/{id}/projects", places::projectsOfGroup);
        get("/groups/{id}/subgroups", places::subgroups);
        get("/groups/{id}/iterations", places::iterations);
        post("/groups", places::createGroup);
        post("/projects", places::createProject);
        get("/groups/{id}/members", places::membersOfGroup);
        get("/groups/{id}/members/all", places::membersOfGroup);
    }

    private void addUsers(UserCalls users) {
        get("/user", users::me);
        get("/users", users::list);
        get("/users/{id}", users::get);
        get("/personal_access_tokens/self", users::tokenItself);
        get("/version", users::version);
        get("/metadata", users::version);
    }

    private void addHooks(String root, HookCalls hooks, Function<HookCalls, HookLogCalls> logs) {
        String all = root + "/{id}/hooks";
        get(all, hooks::list);
        post(all, hooks::create);
        get(all + "/{hook_id}", hooks::get);
        put(all + "/{hook_id}", hooks::update);
        delete(all + "/{hook_id}", hooks::delete);
        var log = logs.apply(hooks);
        get(all + "/{hook_id}/events", log::list);
        table.POST(API + all + "/{hook_id}/events/{event_id}/resend", api.runs(log::resend));
        table.POST(API + all + "/{hook_id}/test/{trigger}", api.runs(log::test));
    }

    private void get(String pattern, Operation operation) {
        table.GET(API + pattern, api.does(operation));
    }

    private void post(String pattern, Operation operation) {
        table.POST(API + pattern, api.does(operation));
    }

    private void put(String pattern, Operation operation) {
        table.PUT(API + pattern, api.does(operation));
    }

    private void delete(String pattern, Operation operation) {
        table.DELETE(API + pattern, api.does(operation));
    }
}
