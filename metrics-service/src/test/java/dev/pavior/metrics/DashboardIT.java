package dev.pavior.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pavior.testkit.Cluster;
import dev.pavior.testkit.RealKafka;
import dev.pavior.testkit.browser.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RealKafka
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "pavior.access.file=src/test/resources/access.yaml",
            "management.server.port=0"
        })
@DirtiesContext
class DashboardIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path PHOTOGRAPHS = Path.of("target/screenshots");
    private static final String CARD = "article[data-kpi='requirements-delivered'] ";

    @TempDir private static Path state;

    private static Browser browser;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("pavior.kafka.state-dir", state::toString);
        registry.add("pavior.metrics.charter-dir", TestCharter::folder);
    }

    @BeforeAll
    static void open(Cluster cluster) {
        var found = Browser.start();
        if (found.isEmpty()) {
            System.out.println(
                    "SKIPPED: the dashboard is not tested in a browser, for want of Chromium and"
                            + " chromedriver (Debian: apt-get install chromium chromium-driver)");
        }
        assumeTrue(found.isPresent(), "Chromium and chromedriver are installed");
        browser = found.get();
        try (var feed = new Feed(cluster)) {
            feed.publish(BelievableYear.upTo(Clock.systemUTC()));
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void logIn() {
        browser.screen(1280, 900, "light");
        browser.open(address());
        if (browser.path().equals("/login")) {
            browser.find("#token").sendKeys("reader-token-of-the-tests");
            browser.find("button[type=submit]").click();
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () ->
                                browser.all(".chart[data-drawn] canvas").size() == 2
                                        && value().getText().equals("5")
                                        && pulse().equals("Live"));
    }

    @Test
    void showsBothChartsAndTheNumbersBesideThem() {
        // When
        var titles = browser.all("article h2").stream().map(WebElement::getText).toList();

        // Then
        assertThat(browser.title()).isEqualTo("Pavior");
        assertThat(titles).containsExactly("Requirements delivered", "Metric label coverage");
        assertThat(browser.find(CARD + ".trend").getText()).startsWith("▼ 3 below ");
        assertThat(browser.all(CARD + "tbody tr")).hasSize(12);
        assertThat(painted()).as("canvases with anything drawn on them").isEqualTo(2L);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void movesTheNumberWhileOneLooks(Cluster cluster) {
        // Given
        var now = Instant.now();
        var item =
                WorkItems.merged(5000, 1, now.toString(), WorkItems.REQUIREMENT).setObservedAt(now);
        try (var feed = new Feed(cluster)) {
            // When
            feed.publish(item.build());

            // Then
            await().atMost(PATIENCE).until(() -> value().getText().equals("6"));

            feed.publish(WorkItems.gone(item.setRevision(2)));
            await().atMost(PATIENCE).until(() -> value().getText().equals("5"));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dashboard,       1280,  900, light",
        "dashboard-dark,  1280,  900, dark",
        "dashboard-phone,  360, 1500, light",
    })
    void isReadableOnEachScreen(String name, int width, int height, String scheme)
            throws IOException {
        // When
        browser.screen(width, height, scheme);
        browser.run("scrollTo(0, 0)");

        // Then
        await().atMost(PATIENCE)
                .until(
                        () ->
                                browser.run(
                                        "return [...document.querySelectorAll('canvas')]"
                                                + ".every(c => c.clientWidth <= innerWidth)"),
                        Boolean.TRUE::equals);
        browser.photograph(PHOTOGRAPHS.resolve(name + ".png"));
        assertThat(browser.run("return document.documentElement.scrollWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo((long) width);
        assertThat(browser.complaints()).isEmpty();
    }

    private long painted() {
        return (long)
                browser.run(
                        """
                        return [...document.querySelectorAll('canvas')].filter(canvas =>
                          canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
                            .data.some(byte => byte !== 0)).length
                        """);
    }

    private WebElement value() {
        return browser.find(CARD + ".value");
    }

    private String pulse() {
        return browser.find("#pulse").getText();
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/";
    }
}
