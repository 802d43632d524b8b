// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;

/** JSON texts in tests. */
final class Texts {
    private Texts() {}

    static Node json(String text) {
        return Json.read(text.strip().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new AssertionError("no JSON: " + text))
                .root();
    }
}
