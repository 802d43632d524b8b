// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A tap that notes all it is shown and told.
 *
 * @param told where to
 */
record Listening(List<String> told) implements Tap {
    @Override
    public Chunk pass(Chunk chunk) {
        told.add(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
        return chunk;
    }

    @Override
    public Chunk end() {
        told.add("end");
        return Chunk.empty();
    }

    @Override
    public void closed() {
        told.add("closed");
    }

    @Override
    public void failed(Throwable cause) {
        told.add("failed");
    }

    @Override
    public void abandoned() {
        told.add("abandoned");
    }
}
