// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Pepper;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What rules may ask of a call; each answer is worked out when first asked for. */
final class CallFacts implements Facts {
    private static final double STEPS = 0x1p53;

    private final Opening opening;
    private final Lens request;
    private final String tenant;
    private final ToLongFunction<Lens> estimate;
    private final Pepper steady;
    private long inputTokens = -1;
    private @Nullable Digest conversation;

    /**
     * The facts of a call.
     *
     * @param opening what is known of it
     * @param request the request as written
     * @param tenant the tenant that is known and trusted; empty if none
     * @param estimate estimates the input's size in tokens
     * @param steady a hash that is the same on all machines, so that a conversation is sampled alike wherever it lands
     */
    CallFacts(Opening opening, Lens request, String tenant, ToLongFunction<Lens> estimate, Pepper steady) {
        this.opening = opening;
        this.request = request;
        this.tenant = tenant;
        this.estimate = estimate;
        this.steady = steady;
    }

    @Override
    public Lens request() {
        return request;
    }

    @Override
    public String provider() {
        return opening.provider();
    }

    @Override
    public Operation operation() {
        return opening.operation();
    }

    @Override
    public String host() {
        return opening.address().host();
    }

    @Override
    public long inputTokens() {
        if (inputTokens < 0) {
            inputTokens = estimate.applyAsLong(request);
        }
        return inputTokens;
    }

    @Override
    public String callSite() {
        return opening.caller().site().function();
    }

    @Override
    public String endpoint() {
        return opening.caller().endpoint();
    }

    @Override
    public String tenant() {
        return tenant;
    }

    @Override
    public String thread() {
        return opening.caller().thread();
    }

    @Override
    public double share() {
        return share(conversation().high());
    }

    /**
     * What falls to the conversation in the comparison with calls left as written. Drawn by other bits than {@link #share}, so
     * that a sample has its part of both sides.
     *
     * @param control which share of all conversations is left as written, from 0 to 1
     */
    Draw draw(double control) {
        long bits = conversation().low();
        return new Draw(share(bits) < control, (int) (bits & (Draw.GROUPS - 1)));
    }

    /** The upper 53 bits, as many as a double holds, as a part of 1. */
    private static double share(long bits) {
        return (bits >>> 11) / STEPS;
    }

    private Digest conversation() {
        Digest known = conversation;
        if (known == null) {
            known = request.conversationId()
                    .map(steady::digest)
                    .orElseGet(() -> steady.hash()
                            .text(request.systemText())
                            .text(request.firstUserText())
                            .digest());
            conversation = known;
        }
        return known;
    }
}
