// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** Takes bytes as they come, however they are cut. */
interface Sink {
    /**
     * Takes bytes.
     *
     * @param bytes the array they stand in
     * @param from the first
     * @param to behind the last
     */
    Sink bytes(byte[] bytes, int from, int to);
}
