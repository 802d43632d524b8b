// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.Set;

/** Images, sounds and files inside a request: bytes that the model does not read as text. */
final class Media {
    private static final byte[] DATA_URL = {'"', 'd', 'a', 't', 'a', ':'};

    /** Members that hold media in a member {@code data} of theirs. */
    private static final Set<String> HOLDERS = Set.of("input_audio", "inlineData", "inline_data");

    private Media() {}

    /** How many bytes of a value are media, encoded. */
    static long bytes(Node value) {
        if (value.is(Kind.STRING)) {
            return isDataUrl(value) || value.name().equals("file_data") ? value.length() : 0;
        }
        if (value.get("type").is("base64") || HOLDERS.contains(value.name())) {
            return value.get("data").length();
        }
        long bytes = 0;
        for (Node child : value.children()) {
            bytes += bytes(child);
        }
        return bytes;
    }

    private static boolean isDataUrl(Node string) {
        if (string.length() < DATA_URL.length) {
            return false;
        }
        for (int i = 0; i < DATA_URL.length; i++) {
            if (string.json().bytes()[string.start() + i] != DATA_URL[i]) {
                return false;
            }
        }
        return true;
    }
}
