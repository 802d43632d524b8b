// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** The tap of a response nobody looks at. */
enum OpenTap implements Tap {
    INSTANCE;

    @Override
    public Chunk pass(Chunk chunk) {
        return chunk;
    }

    @Override
    public Chunk end() {
        return Chunk.empty();
    }

    @Override
    public void closed() {}

    @Override
    public void failed(Throwable cause) {}

    @Override
    public void abandoned() {}
}
