// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's file, open to append to. What is appended goes out in one write, so that lines of several processes do not run
 * into each other and a process that dies tears one line at most, its last.
 */
final class LedgerFile implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object key;

    private LedgerFile(Path path, FileChannel channel, @Nullable Object key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    /**
     * Opens a file, made if it is not there. Where the process before it died within a line, a new one is begun.
     *
     * @throws IOException if it cannot be written, or is not ours alone
     */
    static LedgerFile open(Path path) throws IOException {
        Ownership.check(path);
        FileChannel channel = FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND,
                        LinkOption.NOFOLLOW_LINKS),
                Ownership.ofNewFiles());
        try {
            Ownership.check(path); // it may have come between
            LedgerFile file = new LedgerFile(path, channel, key(path));
            if (isTorn(path, channel.size())) {
                file.append(new byte[] {'\n'});
            }
            return file;
        } catch (IOException unusable) {
            channel.close();
            throw unusable;
        }
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static boolean isTorn(Path path, long size) throws IOException {
        if (size == 0) {
            return false;
        }
        try (SeekableByteChannel in = Files.newByteChannel(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return in.position(size - 1).read(last) == 1 && last.get(0) != '\n';
        }
    }

    Path path() {
        return path;
    }

    /** How long it is, in bytes, whoever wrote them. */
    long size() throws IOException {
        return channel.size();
    }

    /** Whether its name still leads to it: somebody may have moved or deleted it. */
    boolean isInPlace() {
        try {
            return Objects.equals(key, key(path));
        } catch (IOException gone) {
            return false;
        }
    }

    void append(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            int written = channel.write(rest);
            assert written > 0;
        }
    }

    /** Closes it and gives it the next number: {@code calls.jsonl} becomes {@code calls.1.jsonl}, then {@code calls.2.jsonl}. */
    void retire() throws IOException {
        close();
        int number = 1;
        while (Files.exists(numbered(number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        Files.move(path, numbered(number));
    }

    private Path numbered(int number) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String numbered = dot <= 0 ? name + "." + number : name.substring(0, dot) + "." + number + name.substring(dot);
        return path.resolveSibling(numbered);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
