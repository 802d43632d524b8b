// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.rules.Verdict;
import dev.parsimony.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The engine without an application: shows what would be done with a call, by doing all of it but the sending. Calls that
 * are played one after another come from one client, so that what the engine learns from the first it knows at the second.
 */
public final class Rehearsal {
    private static final int OK = 200;
    private static final Headers JSON = Headers.of(Map.of("content-type", List.of("application/json")));
    private static final Client CLIENT = new Client("rehearsal", 1, () -> null);

    private final Policy policy;
    private final Workshop workshop;
    private final Listener listener = new Listener();
    private final Gate gate;

    /**
     * What came of a call.
     *
     * @param verdicts what each rule came to, in order
     * @param exchange the record of the call, up to its sending
     * @param inputTokens our estimate of the input as written, in tokens
     * @param written the request as the application makes it
     * @param call the request as it would be sent
     * @param sent the same, read
     */
    public record Scene(
            List<Verdict> verdicts, Exchange exchange, long inputTokens, Lens written, Call call, Lens sent) {}

    /**
     * An engine to rehearse with.
     *
     * @param settings what is in force
     * @param clock what time it is
     */
    public Rehearsal(Settings settings, InstantSource clock) {
        this(settings, clock, () -> 0);
    }

    /**
     * An engine to rehearse with, whose time passes.
     *
     * @param settings what is in force
     * @param clock what time it is
     * @param ticker nanoseconds from some origin, never going back
     */
    public Rehearsal(Settings settings, InstantSource clock, LongSupplier ticker) {
        this.policy = Policy.of(settings);
        this.workshop = Assembly.of(settings, settings.pricing().tariffs(), Log.silent(), listener, clock, ticker);
        this.gate = new LoaderGate(workshop, () -> policy, ApplicationTracing.none(), Neighbourhood.seenFrom(null));
    }

    /** The API of a path at a host; empty if such calls pass untouched. */
    public Optional<Dialect> dialect(String host, String path) {
        return policy.hosts().dialect(host, path);
    }

    /**
     * Opens a call that somebody else drives and answers.
     *
     * @param call the request
     * @param caller who makes it
     */
    public Passage open(Call call, Caller caller) {
        return gate.open(call, CLIENT, caller);
    }

    /**
     * Plays a call: the provider takes it, and counts the input that we estimate.
     *
     * @param call the request
     * @param caller who would make it
     * @return what came of it; empty if the engine would let it pass unseen
     */
    public Optional<Scene> play(Call call, Caller caller) {
        listener.heard = null;
        Passage passage = gate.open(call, CLIENT, caller);
        Next next = passage.next();
        Exchange exchange = listener.heard;
        if (exchange == null || !(next instanceof Next.Send send)) {
            return Optional.empty();
        }
        Optional<Scene> scene = scene(call, caller, exchange, send.call());
        if (passage.arrived(new Head(OK, JSON)) instanceof Next.Deliver deliver) {
            deliver.tap().pass(Chunk.of(answer(scene.map(Scene::inputTokens).orElse(0L))));
            deliver.tap().end();
        }
        return scene;
    }

    /** An answer that says no more than what was counted, in the words of every API: on what nobody counts there is no credit. */
    private static byte[] answer(long input) {
        return ("{\"usage\":{\"input_tokens\":%1$d,\"output_tokens\":0,\"prompt_tokens\":%1$d,\"completion_tokens\":0,"
                        + "\"inputTokens\":%1$d,\"outputTokens\":0}}")
                .formatted(input)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Scene> scene(Call call, Caller caller, Exchange exchange, Call sent) {
        return lens(call)
                .flatMap(written -> lens(sent).map(after -> {
                    Facts facts = facts(call, caller, exchange, written);
                    return new Scene(
                            policy.settings().rules().explain(facts),
                            exchange,
                            facts.inputTokens(),
                            written,
                            sent,
                            after);
                }));
    }

    private Facts facts(Call call, Caller caller, Exchange exchange, Lens written) {
        Tenancy tenancy = Tenancy.of(policy.settings().tenant(), caller, call.headers());
        return new CallFacts(
                exchange.opening(), written, tenancy.identity(), workshop.estimates()::input, workshop.steady());
    }

    private Optional<Lens> lens(Call call) {
        return Json.read(call.body())
                .flatMap(body -> policy.hosts()
                        .dialect(call.address().host(), call.path(), body)
                        .map(api -> api.lens(call.path(), body)));
    }

    /** Listens for the record of the call. */
    private static final class Listener implements Telemetry, Telemetry.Trail {
        private @Nullable Exchange heard;

        @Override
        public ApplicationTracing tracing(@Nullable ClassLoader loader) {
            return ApplicationTracing.none();
        }

        @Override
        public Trail open(Exchange exchange, ApplicationTracing tracing) {
            heard = exchange;
            return this;
        }

        @Override
        public void failure(String step) {}

        @Override
        public void instrumentation(Found found) {}

        @Override
        public SpanReference span() {
            return SpanReference.none();
        }

        @Override
        public void end(Exchange exchange) {}

        @Override
        public void close() {}
    }
}
