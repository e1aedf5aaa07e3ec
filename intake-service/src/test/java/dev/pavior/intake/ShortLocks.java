package dev.pavior.intake;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Lets Netty's allocator and the hand-over to the threads that work wait for their own short locks,
 * which crowded event loops do now and then; nothing of ours is called inside.
 */
public final class ShortLocks implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside(
                        "io.netty.buffer.AdaptivePoolingAllocator$AdaptiveByteBuf", "deallocate")
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute");
    }
}
