// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of a growing prefix. Two prefixes have the same key when the same bytes were added in the same blocks. */
final class Prefix {

    private final MessageDigest digest;

    private Prefix(MessageDigest digest) {
        this.digest = digest;
    }

    static Prefix of(String root) {
        try {
            Prefix prefix = new Prefix(MessageDigest.getInstance("SHA-256"));
            prefix.put(Utf8.bytes(root));
            return prefix;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(Block block) {
        put(block.head());
        put(block.text());
    }

    String key() {
        return HexFormat.of().formatHex(copy().digest(), 0, 16);
    }

    /** The key of this prefix and the start of the next block: its head and so many bytes of its text. */
    String keyWith(Block next, int textBytes) {
        Prefix longer = new Prefix(copy());
        longer.put(next.head());
        longer.digest.update(next.text(), 0, Math.min(textBytes, next.text().length));
        return longer.key();
    }

    private void put(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        digest.update(part);
    }

    private MessageDigest copy() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }
}
