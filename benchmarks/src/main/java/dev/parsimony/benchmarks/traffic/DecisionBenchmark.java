// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.SettingsSource;
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
 * What deciding on prompt-cache marks takes: a whole passage of a conversation of 40 KB, which is in the provider's cache but
 * for its end, with the lever on and off. Their difference is the decision, reading and hashing the prompt's blocks included;
 * {@link #blocks} is how much of it that is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
    private static final String PATH = "/v1/messages";
    private static final int TURNS = 40;

    /** The lever. */
    @Param({"auto", "off"})
    public String mode = "";

    private final QuickHash.Key key = QuickHash.Key.of(new Random(1));

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
        rehearsal = new Rehearsal(settings(mode), InstantSource.system(), System::nanoTime);
        caller = new Caller(new CallSite("com.acme.Chat.reply", 1), "main", SpanReference.none(), Map.of());
        call = new Call(
                "POST",
                new Address("https", "api.anthropic.com", -1),
                PATH,
                "",
                Headers.of(Map.of("x-api-key", List.of("key"))),
                body);
    }

    private static Settings settings(String mode) {
        byte[] file = ("prompt_cache: {mode: \"" + mode + "\"}\n").getBytes(StandardCharsets.UTF_8);
        Settings builtIn = Settings.builtIn(Runtime.getRuntime().maxMemory());
        return new SettingsSource("settings.yaml", new Environment(Map.of(), Map.of()), builtIn, name -> file)
                .load()
                .settings();
    }

    /** One call, whose answer nobody reads. */
    @Benchmark
    public Object pass() {
        Passage passage = rehearsal.open(call, caller);
        Next next = passage.next();
        if (passage.arrived(new Head(200, Headers.none())) instanceof Next.Deliver deliver) {
            deliver.tap().closed();
        }
        return next;
    }

    /** The prompt's blocks read and hashed, and nothing else. */
    @Benchmark
    public Object blocks() {
        Lens lens = Dialects.of(PATH)
                .orElseThrow()
                .lens(PATH, Json.read(call.body()).orElseThrow());
        QuickHash hash = key.hash();
        for (Block block : lens.blocks()) {
            hash.raw(block.text());
        }
        return hash.digest();
    }
}
