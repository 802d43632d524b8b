// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Tap;
import java.util.Objects;

/** A tap whose failures are told and then forgotten: the bytes it was shown go to the application as they came. */
final class FailOpenTap implements Tap {
    private final Tap tap;
    private final Log log;

    FailOpenTap(Tap tap, Log log) {
        this.tap = tap;
        this.log = log;
    }

    @Override
    public Chunk pass(Chunk chunk) {
        try {
            return Objects.requireNonNull(tap.pass(chunk));
        } catch (Throwable cause) { // even an Error of ours must not become the application's
            warn(cause);
            return chunk;
        }
    }

    @Override
    public Chunk end() {
        try {
            return Objects.requireNonNull(tap.end());
        } catch (Throwable cause) {
            warn(cause);
            return Chunk.empty();
        }
    }

    @Override
    public void closed() {
        tell(tap::closed);
    }

    @Override
    public void failed(Throwable cause) {
        tell(() -> tap.failed(cause));
    }

    @Override
    public void abandoned() {
        tell(tap::abandoned);
    }

    private void tell(Runnable end) {
        try {
            end.run();
        } catch (Throwable cause) {
            warn(cause);
        }
    }

    private void warn(Throwable cause) {
        log.warn(
                "tap",
                "a response cannot be followed, it passes unseen: "
                        + cause.getClass().getName());
    }
}
