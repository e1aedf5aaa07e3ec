package dev.pavior.intake;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Lets Netty's allocator wait for its own short locks, which crowded event loops do now and then;
 * nothing of ours is called inside.
 */
public final class NettysOwnLocks implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside(
                        "io.netty.buffer.AdaptivePoolingAllocator$AdaptiveByteBuf", "deallocate");
    }
}
