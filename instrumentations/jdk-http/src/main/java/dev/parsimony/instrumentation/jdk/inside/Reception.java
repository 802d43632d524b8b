// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.jdk.inside;

import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedBuffers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the transport and the application's handler. The client returns a response once that handler's body is
 * there, which may be when all of it has passed: so the passage hears of a response here, as its head comes, and the driver
 * afterwards, what the passage has said to it.
 *
 * @param <T> what the application's handler makes of a body
 */
final class Reception<T> implements Passage, BodyHandler<T> {
    private static final Next DELIVERED = new Next.Deliver(Tap.open());

    private final Passage passage;
    private final BodyHandler<T> handler;
    private final Edges edges;
    private volatile boolean over;
    private volatile @Nullable Next heard;
    private volatile @Nullable TappedBuffers body;

    Reception(Passage passage, BodyHandler<T> handler, Edges edges) {
        this.passage = passage;
        this.handler = handler;
        this.edges = edges;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo response) {
        Next next = over ? DELIVERED : heard(response);
        if (next instanceof Next.Send) {
            return BodySubscribers.replacing(null); // nobody but the driver sees this one
        }
        TappedBuffers tapped = body;
        return tapped == null || isEncoded(response)
                ? handler.apply(response)
                : new TappedSubscriber<>(handler.apply(response), tapped);
    }

    private Next heard(ResponseInfo response) {
        try {
            Next next = passage.arrived(new Head(response.statusCode(), Requests.look(response.headers())));
            if (next instanceof Next.Deliver deliver) {
                TappedBuffers tapped = new TappedBuffers(deliver.tap(), edges);
                body = tapped;
                if (isEncoded(response)) {
                    tapped.closed();
                }
            }
            heard = next instanceof Next.Send ? next : DELIVERED;
            return next;
        } catch (Throwable cause) {
            edges.log()
                    .warn(
                            "seam",
                            "a response cannot be read, it passes unseen: "
                                    + cause.getClass().getName());
            heard = DELIVERED;
            return DELIVERED;
        }
    }

    /** A body that is still encoded is for the application to decode, and cannot be read in passing. */
    private static boolean isEncoded(ResponseInfo response) {
        return response.headers().firstValue("content-encoding").isPresent();
    }

    @Override
    public Next next() {
        Next next = passage.next();
        over = next instanceof Next.Answer;
        return next;
    }

    @Override
    public Scope enter() {
        return passage.enter();
    }

    @Override
    public void fellBack() {
        passage.fellBack();
    }

    @Override
    public Next arrived(Head head) {
        Next known = heard;
        heard = null;
        return known == null ? passage.arrived(head) : known;
    }

    @Override
    public void failed(Throwable cause) {
        TappedBuffers passing = body;
        if (passing == null) {
            passage.failed(cause);
        } else {
            passing.failed(cause);
        }
    }
}
