package dev.pavior.intake.server;

import io.netty.channel.ChannelException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Says to a sender that its body came too late; by default it would look like our own failure. */
public final class LateBodies implements WebExceptionHandler, Ordered {

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (!isOfTheConnection(failure) || response.isCommitted()) {
            return Mono.error(failure);
        }
        response.setStatusCode(HttpStatus.REQUEST_TIMEOUT);
        return response.setComplete();
    }

    /** The exception that stands for a late request cannot be named; this is what it extends. */
    private static boolean isOfTheConnection(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ChannelException) {
                return true;
            }
        }
        return false;
    }

    /** Before the one that answers whatever is left with 500. */
    @Override
    public int getOrder() {
        return -2;
    }
}
