// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * Some bytes of a response on their way to the application.
 *
 * @param bytes the array they stand in; not to be written to
 * @param from the first
 * @param length how many; 0 or more
 */
public record Chunk(byte[] bytes, int from, int length) {
    private static final Chunk EMPTY = new Chunk(new byte[0], 0, 0);

    /** No bytes. */
    public static Chunk empty() {
        return EMPTY;
    }

    /** The whole of an array. */
    public static Chunk of(byte[] bytes) {
        return new Chunk(bytes, 0, bytes.length);
    }

    @Override
    public String toString() {
        return length + " bytes"; // never the content
    }
}
