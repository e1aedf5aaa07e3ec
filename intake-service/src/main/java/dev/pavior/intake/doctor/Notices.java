package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Container;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Tells the log what changes about hooks: each change once, and nothing while all stays. */
final class Notices {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final String source;
    private final Map<Container, String> troubles = new HashMap<>();

    Notices(String source) {
        this.source = source;
    }

    void changed(Container container, Chart before, Chart after) {
        var now = after.seen();
        var then = before.seen();
        if (now == null || (then != null && now.isLike(then))) {
            return;
        }
        at(now.status() == AlertStatus.EXECUTABLE ? Level.INFO : Level.WARN, container)
                .addKeyValue("hook", now.hook())
                .addKeyValue("status", now.status().word())
                .addKeyValue("disabledUntil", now.disabledUntil())
                .addKeyValue("missingEvents", now.missing())
                .log("A hook is not as it was");
    }

    void done(Container container, Treatment treatment) {
        troubles.remove(container);
        var line = at(Level.INFO, container);
        switch (treatment) {
            case Treatment.Create c -> line.log("A missing hook was created");
            case Treatment.Complete(var hook, var events) ->
                    line.addKeyValue("events", events).log("A hook was made to deliver more");
            case Treatment.Test t -> line.log("A hook was tested and its delivery received");
            case Treatment.Resend(var hook, long event) ->
                    line.addKeyValue("event", event).log("A failed delivery was sent once more");
            case Treatment.ReadGap(var since) ->
                    line.addKeyValue("since", since).log("What hooks may not have told is read");
        }
    }

    void trouble(Container container, String reason) {
        if (!reason.equals(troubles.put(container, reason))) {
            at(Level.WARN, container)
                    .addKeyValue("reason", reason)
                    .log("A hook needs help that the doctor cannot give");
        }
    }

    private LoggingEventBuilder at(Level level, Container container) {
        return log.atLevel(level)
                .addKeyValue("source", source)
                .addKeyValue("container", container.toString());
    }
}
