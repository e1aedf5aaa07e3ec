package dev.pavior.intake.gitlab;

import java.util.regex.Pattern;

/** A path on the hooks of one project or group, and nowhere else. */
record HookPath(ApiPath path) {

    private static final Pattern HOOKS =
            Pattern.compile(
                    "/(projects|groups)/(?!\\.)[\\w.%-]+/hooks"
                            + "(/\\d+(/test/[a-z_]+|/events(/\\d+/resend)?)?)?(\\?[\\w=&.%-]*)?");

    HookPath {
        if (!HOOKS.matcher(path.text()).matches()) {
            throw new IllegalArgumentException("not a path on hooks");
        }
    }

    static HookPath all(Container container) {
        return new HookPath(new ApiPath(container.path().text() + "/hooks"));
    }

    HookPath hook(long id) {
        return below("/" + id);
    }

    HookPath test(String trigger) {
        return below("/test/" + trigger);
    }

    HookPath events() {
        return below("/events");
    }

    HookPath resend(long event) {
        return below("/" + event + "/resend");
    }

    HookPath with(String name, Object value) {
        return new HookPath(path.with(name, value));
    }

    private HookPath below(String rest) {
        return new HookPath(new ApiPath(path.text() + rest));
    }
}
