package dev.pavior.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pavior.testkit.browser.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer sees of the demo in a browser. */
@ExtendWith(RunningDemo.class)
class DashboardIT {

    private static final Path SCREENSHOT = Path.of("target/screenshots/dashboard.png");

    @Test
    void showsTheHistoryOfTheDemo(Demo demo) throws IOException {
        // Given
        var found = Browser.start();
        if (found.isEmpty()) {
            System.out.println(
                    "SKIPPED: the demo's dashboard is not looked at, for want of Chromium and"
                            + " chromedriver (Debian: apt-get install chromium chromium-driver)");
        }
        assumeTrue(found.isPresent(), "Chromium and chromedriver are installed");

        try (var browser = found.get()) {
            browser.screen(1280, 840, "light");
            browser.open(demo.env("PAVIOR_METRICS_URL") + "/");
            browser.find("#token").sendKeys(demo.env("PAVIOR_API_TOKEN"));

            // When
            browser.find("button[type=submit]").click();

            // Then
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(browser.all(".chart[data-drawn] canvas")).hasSize(2));
            assertThat(browser.find("article tbody").getDomProperty("textContent"))
                    .containsPattern("[1-9]");
            browser.run("document.activeElement.blur(); scrollTo(0, 0)");
            browser.photograph(SCREENSHOT);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
