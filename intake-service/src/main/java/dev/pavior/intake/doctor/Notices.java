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
        var line = at(Level.INFO, container).addKeyValue("action", treatment.done());
        if (treatment instanceof Treatment.ReadGap(var since)) {
            line = line.addKeyValue("since", since);
        }
        line.log("Something was done about a hook");
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
