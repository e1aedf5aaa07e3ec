package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;

/** The kinds of events that hooks may want, with their three names. */
enum Event {
    ISSUE("issues_events", "Issue Hook", "issue_hooks"),
    CONFIDENTIAL_ISSUE(
            "confidential_issues_events", "Confidential Issue Hook", "confidential_issue_hooks"),
    MERGE_REQUEST("merge_requests_events", "Merge Request Hook", "merge_request_hooks"),
    NOTE("note_events", "Note Hook", "note_hooks"),
    CONFIDENTIAL_NOTE(
            "confidential_note_events", "Confidential Note Hook", "confidential_note_hooks"),
    EMOJI("emoji_events", "Emoji Hook", "emoji_hooks"),
    MILESTONE("milestone_events", "Milestone Hook", "milestone_hooks"),
    RESOURCE_ACCESS_TOKEN(
            "resource_access_token_events",
            "Resource Access Token Hook",
            "resource_access_token_hooks");

    private final String flag;
    private final String header;
    private final String trigger;

    Event(String flag, String header, String trigger) {
        this.flag = flag;
        this.header = header;
        this.trigger = trigger;
    }

    static Event of(Happening happening) {
        return switch (happening) {
            case Happening.Noted noted ->
                    noted.note().internal() || noted.item().confidential()
                            ? CONFIDENTIAL_NOTE
                            : NOTE;
            case Happening.Changed changed -> of(changed.item());
            case Happening.Awarded _ -> EMOJI;
            case Happening.Scheduled _ -> MILESTONE;
            case Happening.Expiring _ -> RESOURCE_ACCESS_TOKEN;
        };
    }

    private static Event of(Item item) {
        if (item instanceof MergeRequest) {
            return MERGE_REQUEST;
        }
        return item.confidential() ? CONFIDENTIAL_ISSUE : ISSUE;
    }

    String flag() {
        return flag;
    }

    String header() {
        return header;
    }

    String trigger() {
        return trigger;
    }
}
