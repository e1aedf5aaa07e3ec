package dev.pavior.intake.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class LateBodiesTest {

    private final MockServerWebExchange exchange =
            MockServerWebExchange.from(MockServerHttpRequest.post("/"));

    @Test
    void tellsALateSenderThatItIsLate() {
        // Given
        var failure = new IllegalStateException("reading", ReadTimeoutException.INSTANCE);

        // When
        new LateBodies().handle(exchange, failure).block();

        // Then
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT);
    }

    @Test
    void leavesOtherFailuresToOthers() {
        // Given
        var failure = new IllegalStateException("ours");

        // When
        var answer = new LateBodies().handle(exchange, failure);

        // Then
        assertThatThrownBy(answer::block).isSameAs(failure);
        assertThat(exchange.getResponse().getStatusCode()).isNull();
    }
}
