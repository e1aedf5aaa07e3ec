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
            "confidential_note_events", "Confidential Note Hook", "confidential_note_hooks");

    private final String flag;
    private final String header;
    private final String trigger;

    Event(String flag, String header, String trigger) {
        this.flag = flag;
        this.header = header;
        this.trigger = trigger;
    }

    static Event of(Happening happening) {
        Item item = happening.item();
        return switch (happening) {
            case Happening.Noted noted ->
                    noted.note().internal() || item.confidential() ? CONFIDENTIAL_NOTE : NOTE;
            case Happening.Changed _ when item instanceof MergeRequest -> MERGE_REQUEST;
            case Happening.Changed _ -> item.confidential() ? CONFIDENTIAL_ISSUE : ISSUE;
        };
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
