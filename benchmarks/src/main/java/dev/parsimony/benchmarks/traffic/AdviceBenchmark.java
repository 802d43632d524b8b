// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import dev.parsimony.advice.Observation;
import dev.parsimony.advice.Observer;
import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.QuickHash;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
 * What looking at a finished call for advice takes, of a request of 40 KB: all of it, and the hashing of the request alone, by
 * which repeats are known. Their difference is what the prompt's prefix takes. A site has many calls behind it; of its first 128
 * every prompt is looked at, which takes more where a line varies.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdviceBenchmark {
    private static final String PATH = "/v1/messages";
    private static final int LINE = 96;

    /** Lines of the system text, of 96 bytes each; what is left of 40 KB is a conversation. */
    @Param({"40", "400"})
    public int lines;

    /** Whether the first of them is another one in each call. */
    @Param({"false", "true"})
    public boolean varies;

    private final QuickHash.Key key = QuickHash.Key.of(new Random(1));
    private final Observer observer = new Observer(key);
    private final List<Observation> calls = new ArrayList<>();
    private int next;

    /** Sixteen calls, which come again and again. */
    @Setup
    public void prepare() {
        String rules = (new Words(new Random(1)).text(LINE - 2) + "\\n").repeat(lines);
        String said = new Words(new Random(2)).text(Math.max(100, 40_000 - lines * LINE));
        for (int minute = 10; minute < 26; minute++) {
            String clock = "It is 12:" + (varies ? minute : 0) + ".\\n";
            calls.add(call(new Request("claude-sonnet-5").system(clock + rules).user(said + minute)));
        }
    }

    private static Observation call(Request request) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        Json json = Json.read(body).orElseThrow();
        return new Observation(
                "com.acme.Chat.reply",
                "claude-sonnet-5",
                1,
                Dialects.of(PATH).orElseThrow().lens(PATH, json),
                body,
                1,
                "",
                true,
                10_000,
                0,
                () -> true,
                1_024,
                new Cheap());
    }

    /** All of it. */
    @Benchmark
    public Object look() {
        return observer.look(calls.get(next++ & 15));
    }

    /** The request's hash alone. */
    @Benchmark
    public Object hash() {
        byte[] body = calls.get(next++ & 15).body();
        return key.hash().bytes(body, 0, body.length).digest();
    }

    private record Cheap() implements Observation.Prices {
        @Override
        public BigDecimal ifRead(long tokens) {
            return BigDecimal.ONE;
        }

        @Override
        public BigDecimal ifWritten(long tokens) {
            return BigDecimal.ONE.negate();
        }
    }
}
