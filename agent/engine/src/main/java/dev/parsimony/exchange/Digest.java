// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * What is kept of something that must not be kept: 128 bits of a keyed hash ({@link Pepper}). Equal digests mean equal
 * content; nothing else can be learned from one, and none means anything in another process.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record Digest(long high, long low) {
    @Override
    public String toString() {
        return String.format("%016x", high); // enough to tell two apart in a log line
    }
}
