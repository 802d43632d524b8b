// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call under way whose response is told to a listener. What stands between the transport and the application's listener
 * tells it what it hears, before it hands it on: {@link #opened}, {@link #body}, {@link #over}; or {@link #failed}. None of
 * them throws.
 *
 * @param <Q> the SDK's request
 * @param <R> the SDK's response, without its body
 */
public final class Listening<Q, R> {
    private final Passage passage;
    private final Q original;
    private final FailOpenSeam<Q, R> seam;
    private final Inside inside;
    private final Edges edges;
    private volatile Tap tap = Tap.open();
    private volatile boolean opened;
    private volatile @Nullable TappedStream stream;
    private final AtomicBoolean ended = new AtomicBoolean();

    Listening(Passage passage, Q original, FailOpenSeam<Q, R> seam, Inside inside, Edges edges) {
        this.passage = passage;
        this.original = original;
        this.seam = seam;
        this.inside = inside;
        this.edges = edges;
    }

    Passage passage() {
        return passage;
    }

    Q original() {
        return original;
    }

    /** The response has come, and is a success. */
    public void opened(R response) {
        opened = true;
        if (seam.arrived(passage, response) instanceof Next.Deliver deliver) {
            tap = deliver.tap();
        }
    }

    /** The response's body with a tap in it, for whoever reads it. */
    @SuppressWarnings("ReferenceEquality") // there is one open tap
    public InputStream body(InputStream source) {
        if (tap == Tap.open()) {
            return source;
        }
        TappedStream tapped = new TappedStream(source, tap, edges);
        stream = tapped;
        return tapped;
    }

    /** The body was read, or is to be read no further. */
    public void over() {
        TappedStream read = stream;
        if (read != null) {
            read.tellClosed();
        } else if (opened && ended.compareAndSet(false, true)) {
            new FailOpenTap(tap, edges.log()).closed(); // nobody asked for the body
        }
    }

    /**
     * There is no response, or none that is a success, or reading it broke off.
     *
     * @param thrown what the listener is to hear
     * @param again makes the call again
     * @return whether the call is being made again, and the listener must hear nothing of this
     */
    public boolean failed(Throwable thrown, Again<Q, ?> again) {
        if (opened) {
            brokeOff(thrown);
            return false;
        }
        Next next = seam.refused(passage, thrown);
        if (next instanceof Next.Send send) {
            return send(send, again);
        }
        if (next == null) {
            Throwable cause = thrown.getCause(); // futures wrap what failed
            passage.failed(thrown instanceof CompletionException && cause != null ? cause : thrown);
        }
        return false;
    }

    private void brokeOff(Throwable thrown) {
        TappedStream read = stream;
        if (read != null) {
            read.tellFailed(thrown);
        } else if (ended.compareAndSet(false, true)) {
            new FailOpenTap(tap, edges.log()).failed(thrown);
        }
    }

    private boolean send(Next.Send send, Again<Q, ?> again) {
        try (Scope scope = FailOpenScope.of(passage, edges.log())) {
            inside.send(again, seam.request(passage, original, send));
            return true;
        } catch (Throwable unsent) {
            passage.failed(unsent);
            return false;
        }
    }
}
