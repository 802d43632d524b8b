// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.settings.Settings;
import dev.parsimony.wiring.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What deciding on prompt-cache marks takes: a whole passage of a conversation of 40 KB, with the lever on and off. Their
 * difference is the decision, hashing the prompt included.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    private static final int TURNS = 40;

    /** Whether the lever is on. */
    @Param({"true", "false"})
    public boolean marks;

    @SuppressWarnings("NullAway.Init") // by prepare()
    private Rehearsal rehearsal;

    @SuppressWarnings("NullAway.Init") // by prepare()
    private Call call;

    @SuppressWarnings("NullAway.Init") // by prepare()
    private Caller caller;

    /** A conversation of forty turns that was sent before. */
    @Setup
    public void prepare() {
        Words words = new Words(new Random(1));
        Request request = new Request("claude-sonnet-5").system(words.text(4000));
        for (int turn = 0; turn < TURNS; turn++) {
            request.user(words.text(300)).assistant(words.text(600));
        }
        byte[] body = request.user("go on").body().getBytes(StandardCharsets.UTF_8);
        rehearsal = new Rehearsal(settings(), InstantSource.system(), System::nanoTime);
        caller = new Caller(new CallSite("com.acme.Chat.reply", 1), "main", SpanReference.none(), Map.of());
        call = new Call(
                "POST",
                new Address("https", marks ? "api.anthropic.com" : "llm.corp.example", -1),
                "/v1/messages",
                "",
                Headers.of(Map.of("x-api-key", List.of("key"))),
                body);
    }

    private static Settings settings() {
        return Settings.builtIn(Runtime.getRuntime().maxMemory());
    }

    /** One call, answered by nobody. */
    @Benchmark
    public Object pass() {
        return rehearsal.play(call, caller);
    }
}
