// SPDX-License-Identifier: Apache-2.0
package org.chancery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One running installation per home folder. Taken before anything looks for orphans, else a second
/// start would stop the first one's database. The channel stays in a field: a channel that is
/// collected gives its lock away.
final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /// @return null while another process holds the folder
    static @Nullable InstanceLock tryTake(HomeFolder home) {
        try {
            var channel =
                    FileChannel.open(
                            home.path().resolve("instance.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return new InstanceLock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // held by this very process: the same answer as held by another
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder " + home.path() + " cannot be locked; choose another with --home.");
        }
    }

    /// @throws StartFailure while another process holds the folder
    static InstanceLock take(HomeFolder home) {
        var lock = tryTake(home);
        if (lock == null) {
            throw new StartFailure(
                    "Another Chancery runs on "
                            + home.path()
                            + "; stop it, or choose another folder with --home DIR.");
        }
        return lock;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("closing the instance lock", e);
        }
    }
}
