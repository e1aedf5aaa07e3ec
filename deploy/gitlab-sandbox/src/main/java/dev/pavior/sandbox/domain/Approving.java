package dev.pavior.sandbox.domain;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Approves merge requests, takes that back, and lets new commits undo it. */
public final class Approving {

    /** GitLab's word for approvals that new commits undid. */
    private static final String RESET = "approvals_reset_on_push";

    private final World world;
    private final Consumer<Happening> listener;

    Approving(World world, Consumer<Happening> listener) {
        this.world = world;
        this.listener = listener;
    }

    public MergeRequest approve(MergeRequest request, Deed deed) {
        if (request.approvals().by().contains(deed.by().id())) {
            throw Refusal.message(401, "401 Unauthorized");
        }
        var now = request.approvals().plus(deed.by().id());
        return told(request, now, now.enough() ? "approved" : "approval", deed, null);
    }

    public MergeRequest unapprove(MergeRequest request, Deed deed) {
        if (!request.approvals().by().contains(deed.by().id())) {
            throw Refusal.message(404, "404 Not found");
        }
        var now = request.approvals().minus(deed.by().id());
        return told(request, now, lost(request.approvals(), now), deed, null);
    }

    /** Sets how many must approve; tells nobody. */
    public MergeRequest require(MergeRequest request, int required) {
        var now = new Approvals(request.approvals().by(), required);
        return world.mergeRequests.put(request.approved(request.core(), now));
    }

    /** New commits arrive, and whoever approved the old ones has to look again. */
    public MergeRequest push(MergeRequest request, Deed deed) {
        var core = request.core().standing(request.core().standing(), deed.by().id(), deed.at());
        var pushed =
                request.pushed(Commits.after(request.sha())).approved(core, request.approvals());
        world.mergeRequests.put(pushed);
        listener.accept(new Happening.Changed("update", request, pushed, deed));
        if (pushed.approvals().by().isEmpty()) {
            return pushed;
        }
        var none = new Approvals(List.of(), pushed.approvals().required());
        return told(pushed, none, lost(pushed.approvals(), none), deed, RESET);
    }

    private static String lost(Approvals then, Approvals now) {
        return then.enough() && !now.enough() ? "unapproved" : "unapproval";
    }

    private MergeRequest told(
            MergeRequest before, Approvals now, String action, Deed deed, @Nullable String reason) {
        var core = before.core().standing(before.core().standing(), deed.by().id(), deed.at());
        var after = world.mergeRequests.put(before.approved(core, now));
        listener.accept(new Happening.Changed(action, before, after, deed, reason));
        return after;
    }
}
