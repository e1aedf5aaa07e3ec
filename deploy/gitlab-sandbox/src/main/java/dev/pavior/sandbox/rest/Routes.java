package dev.pavior.sandbox.rest;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.pavior.sandbox.domain.Refusal;
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

    RouterFunction<ServerResponse> of(Desk desk, HookCalls hooks, SandboxCalls sandbox) {
        addIssues(new IssueCalls(desk));
        addMergeRequests(new MergeRequestCalls(desk));
        addNotes("issues", new NoteCalls(desk, desk.places()::issue));
        addNotes("merge_requests", new NoteCalls(desk, desk.places()::mergeRequest));
        addLabels(new LabelCalls(desk));
        addMilestones("/projects", new MilestoneCalls(desk, desk.places()::projectHome));
        addMilestones("/groups", new MilestoneCalls(desk, desk.places()::groupHome));
        addPlaces(new PlaceCalls(desk));
        addUsers(new UserCalls(desk));
        addHooks(hooks);
        addSandbox(sandbox, new MergeRequestCalls(desk));
        table.route(path("/api/**"), request -> Api.refused(Refusal.error(404, "404 Not Found")));
        return table.build();
    }

    private void addIssues(IssueCalls issues) {
        get("/issues", issues::listMine);
        get("/issues/{id}", issues::getById);
        get("/groups/{id}/issues", issues::listOfGroup);
        get("/projects/{id}/issues", issues::listOfProject);
        post("/projects/{id}/issues", issues::create);
        get("/projects/{id}/issues/{iid}", issues::get);
        put("/projects/{id}/issues/{iid}", issues::update);
        delete("/projects/{id}/issues/{iid}", issues::delete);
        get("/projects/{id}/issues/{iid}/closed_by", issues::closedBy);
    }

    private void addMergeRequests(MergeRequestCalls requests) {
        get("/merge_requests", requests::listMine);
        get("/groups/{id}/merge_requests", requests::listOfGroup);
        get("/projects/{id}/merge_requests", requests::listOfProject);
        post("/projects/{id}/merge_requests", requests::create);
        get("/projects/{id}/merge_requests/{iid}", requests::get);
        put("/projects/{id}/merge_requests/{iid}", requests::update);
        delete("/projects/{id}/merge_requests/{iid}", requests::delete);
        put("/projects/{id}/merge_requests/{iid}/merge", requests::merge);
        get("/projects/{id}/merge_requests/{iid}/closes_issues", requests::closesIssues);
    }

    private void addNotes(String segment, NoteCalls notes) {
        String all = "/projects/{id}/" + segment + "/{iid}/notes";
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

    private void addHooks(HookCalls hooks) {
        get("/projects/{id}/hooks", hooks::list);
        post("/projects/{id}/hooks", hooks::create);
        get("/projects/{id}/hooks/{hook_id}", hooks::get);
        put("/projects/{id}/hooks/{hook_id}", hooks::update);
        delete("/projects/{id}/hooks/{hook_id}", hooks::delete);
        get("/projects/{id}/hooks/{hook_id}/events", hooks::events);
    }

    /** Not GitLab's: what tests and people ask the sandbox itself. */
    private void addSandbox(SandboxCalls sandbox, MergeRequestCalls requests) {
        table.GET("/-/sandbox/writes", api.does(sandbox::writes));
        table.GET("/-/sandbox/deliveries", api.does(sandbox::deliveries));
        table.POST(
                "/-/sandbox/projects/{id}/merge_requests/{iid}/conflicts",
                api.does(requests::setConflicts));
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
