// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Tap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in a body for a tap that is still to come. The SDK's transport may bring a response, on a thread of its own, before the
 * SDK has returned the future that leads to the tap: what passes until then goes on to the application at once, and the tap is
 * shown it when it comes. A tap that keeps something back is therefore none for this place; over Bedrock there is none.
 */
final class LateTap implements Tap {
    /** What is remembered at most, in bytes; a transport that is faster by more than this is not waited for. */
    static final int MOST = 1 << 20;

    private final List<Consumer<Tap>> passed = new ArrayList<>(2);
    private int remembered;
    private @Nullable Tap tap;

    /** Shows the tap all that has passed, and from now on what passes. */
    synchronized void set(Tap come) {
        if (remembered > MOST) {
            come.closed();
            tap = Tap.open();
            return;
        }
        tap = come;
        passed.forEach(each -> each.accept(come));
        passed.clear();
    }

    @Override
    public synchronized Chunk pass(Chunk chunk) {
        if (tap != null) {
            return tap.pass(chunk);
        }
        remember(chunk);
        return chunk;
    }

    private void remember(Chunk chunk) {
        remembered += chunk.length();
        if (remembered > MOST) {
            remembered = MOST + 1; // so that it never comes round
            passed.clear();
        } else {
            Chunk copy = Chunk.of(Arrays.copyOfRange(
                    chunk.bytes(),
                    chunk.from(),
                    chunk.from() + chunk.length())); // the transport's buffer is used again
            passed.add(late -> late.pass(copy));
        }
    }

    @Override
    public synchronized Chunk end() {
        if (tap != null) {
            return tap.end();
        }
        passed.add(Tap::end);
        return Chunk.empty();
    }

    @Override
    public void closed() {
        tell(Tap::closed);
    }

    @Override
    public void failed(Throwable cause) {
        tell(late -> late.failed(cause));
    }

    @Override
    public void abandoned() {
        tell(Tap::abandoned);
    }

    private synchronized void tell(Consumer<Tap> ending) {
        if (tap != null) {
            ending.accept(tap);
        } else {
            passed.add(ending);
        }
    }
}
