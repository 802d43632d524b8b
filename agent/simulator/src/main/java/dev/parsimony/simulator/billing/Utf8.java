// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.nio.charset.StandardCharsets;

/** Text as the bytes that are counted and hashed. */
final class Utf8 {

    private Utf8() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static int length(String text) {
        return bytes(text).length;
    }
}
