package dev.pavior.intake.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Bounds what connections cost before any of our doors sees a request. */
public final class ServerLimits implements NettyServerCustomizer {

    private final ServerSettings settings;
    private final AtomicInteger open = new AtomicInteger();
    private final Counter turnedAway;

    public ServerLimits(ServerSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.turnedAway =
                Counter.builder("pavior.intake.connections.refused")
                        .description("Connections closed at once, since too many were open")
                        .register(registry);
    }

    @Override
    public HttpServer apply(HttpServer server) {
        int head = Math.toIntExact(settings.headLimit().toBytes());
        return server.httpRequestDecoder(
                        spec -> spec.maxHeaderSize(head).maxInitialLineLength(head))
                .requestTimeout(settings.requestTimeout())
                .doOnChannelInit((observer, channel, remote) -> admit(channel));
    }

    private void admit(Channel channel) {
        boolean full = open.incrementAndGet() > settings.connections();
        var _ = channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (full) {
            turnedAway.increment();
            var _ = channel.close();
            return;
        }
        var deadline = new HeadDeadline(settings.headTimeout());
        channel.pipeline()
                .addBefore(NettyPipeline.HttpCodec, "headDeadline", deadline)
                .addAfter(NettyPipeline.HttpCodec, "headCame", deadline.behindCodec());
    }
}
