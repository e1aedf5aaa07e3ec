package dev.pavior.local.stack;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets only one launcher at a time start parts in a home; it falls with its holder's process. */
public final class LaunchLock implements AutoCloseable {

    private final FileChannel channel;

    private LaunchLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StartFailure where another launcher holds it
     */
    public static LaunchLock take(Home home) {
        var file = home.run().resolve("launcher.lock");
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure("another launcher is at work in " + home.folder());
            }
            return new LaunchLock(channel);
        } catch (IOException e) {
            throw new StartFailure("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StartFailure("cannot give the lock back", e);
        }
    }
}
