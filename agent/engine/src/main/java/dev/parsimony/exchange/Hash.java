// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.Mac;

/**
 * A keyed hash in the making. Whatever is added is written so that it reads back in one way only: texts and counts carry
 * their length, JSON ends itself; so two different sequences of additions never hash the same bytes, as long as both add the
 * same kinds of things in the same places. Not for use by two threads at once.
 */
public final class Hash implements Sink {
    private static final byte END = 0; // stands nowhere in a JSON text, where control characters are escaped

    private final Mac mac;
    private final byte[] buffer = new byte[256]; // spares the hash a call for each small piece
    private int filled;

    Hash(Mac mac) {
        this.mac = mac;
    }

    /** Adds a text. */
    public Hash text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8.length).bytes(utf8, 0, utf8.length);
    }

    /** Adds texts, and how many there are. */
    public Hash texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Adds a number. */
    public Hash number(long number) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), 0, Long.BYTES);
    }

    /** Adds another digest, which makes a chain of the two. */
    public Hash digest(Digest digest) {
        return number(digest.high()).number(digest.low());
    }

    /**
     * Adds a JSON value as its bytes stand, without the white space between them and without some members. Escapes, numbers
     * and the order of members stay as written: what is written differently counts as different.
     *
     * @param value a value that exists
     * @param without members, at any depth in it, to leave out; others are ignored
     */
    public Hash json(Node value, List<Node> without) {
        new Essence(this, value, without).add();
        return one(END);
    }

    /**
     * Adds bytes. The caller sees to it that they end themselves or are of one length.
     *
     * @param bytes the array they stand in
     * @param from the first
     * @param to behind the last
     */
    @Override
    public Hash bytes(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > buffer.length - filled) {
            drain();
        }
        if (length > buffer.length) {
            mac.update(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, filled, length);
            filled += length;
        }
        return this;
    }

    private Hash one(byte value) {
        if (filled == buffer.length) {
            drain();
        }
        buffer[filled++] = value;
        return this;
    }

    private void drain() {
        mac.update(buffer, 0, filled);
        filled = 0;
    }

    /** The digest of all that was added; the next addition begins a new hash. */
    public Digest digest() {
        drain();
        ByteBuffer sum = ByteBuffer.wrap(mac.doFinal());
        return new Digest(sum.getLong(), sum.getLong());
    }
}
