package dev.pavior.sandbox.domain;

import java.util.List;

/** Says which issues have to do with each other; both are news by that, but no hook tells. */
public final class Linking {

    private static final List<String> TYPES =
            List.of(IssueLink.RELATES, IssueLink.BLOCKS, IssueLink.BLOCKED);

    private final World world;

    Linking(World world) {
        this.world = world;
    }

    public IssueLink link(Issue source, Issue target, Fields fields, Deed deed) {
        String type = fields.oneOf("link_type", TYPES, IssueLink.RELATES);
        refuseTwin(source, target);
        boolean turned = type.equals(IssueLink.BLOCKED);
        var link =
                new IssueLink(
                        world.links.nextId(),
                        turned ? target.id() : source.id(),
                        turned ? source.id() : target.id(),
                        turned ? IssueLink.BLOCKS : type,
                        deed.at());
        world.links.put(link);
        touch(link, deed);
        return link;
    }

    public void unlink(IssueLink link, Deed deed) {
        world.links.remove(link);
        touch(link, deed);
    }

    private void touch(IssueLink link, Deed deed) {
        for (long end : link.ends()) {
            var issue = world.issues.get(end);
            world.replace(issue.with(issue.core().touched(deed.at())));
        }
    }

    private void refuseTwin(Issue source, Issue target) {
        boolean known =
                world.linksByIssue.of(source.id()).values().stream()
                        .anyMatch(link -> link.other(source.id()) == target.id());
        if (known || source.id() == target.id()) {
            throw Refusal.message(409, "Issue(s) already assigned");
        }
    }
}
