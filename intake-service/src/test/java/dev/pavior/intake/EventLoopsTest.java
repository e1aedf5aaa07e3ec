package dev.pavior.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.netty.resources.LoopResources;

/** Shows that the watch over event loops is on: without it the other tests would prove nothing. */
class EventLoopsTest {

    @Test
    void mayNotBlock() {
        // Given
        var loops = LoopResources.create("watched", 1, true);

        // When
        var blocking = loops.onServer(true).next().submit(() -> sleep());

        // Then
        assertThatThrownBy(() -> blocking.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(BlockingOperationError.class);
        loops.disposeLater().block();
    }

    private static boolean sleep() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
        return true;
    }
}
