package dev.pavior.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** Runs the whole service for a test class, on free ports and with state of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = IntakeApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "PAVIOR_WEBHOOK_TOKEN=" + RunningIntake.TOKEN,
            "PAVIOR_WEBHOOK_HOST=gitlab.example",
            "PAVIOR_STATE_DIR=target/state/${random.uuid}",
            "PAVIOR_CHARTER_DIR=${pavior.root}/deploy/charter",
            "PAVIOR_ACCESS_FILE=src/test/resources/access.yaml",
            "management.server.port=0"
        })
@DirtiesContext
public @interface RunningIntake {

    /** The token of the default source. */
    String TOKEN = "the-secret-of-the-hook";

    /** The token of a reader. */
    String READER = "test-reader-token";
}
