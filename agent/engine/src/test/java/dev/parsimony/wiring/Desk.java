// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.advice.Advice;
import dev.parsimony.advice.Adviser;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Tap;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.settings.Loaded;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.SettingsSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A whole engine on a clock that the test drives, with a driver that hands back what the test says the provider answers. */
final class Desk {
    static final Address OPENAI = new Address("https", "api.openai.com", -1);
    static final Address ANTHROPIC = new Address("https", "api.anthropic.com", -1);
    static final String KEY = "sk-secret-key";

    final List<Exchange> told = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final AtomicLong nanos = new AtomicLong();
    /** What each call was told to have taken us, in nanoseconds. */
    final List<Long> overheads = new ArrayList<>();
    /** How long each telling takes to begin. */
    Duration opening = Duration.ZERO;

    String key = KEY;
    final Map<String, List<String>> headers = new HashMap<>();
    SpanReference span = SpanReference.none();
    String endpoint = "";
    String site = "com.acme.support.Faq.answer";
    private final Adviser adviser = new Adviser(200);
    private final Workshop workshop;
    private final LoaderGate gate;
    private Policy policy;

    Desk(String yaml) {
        Settings settings = settings(yaml);
        policy = Policy.of(settings);
        workshop = Assembly.of(
                settings,
                settings.pricing().tariffs(),
                Log.silent(),
                new Recording(),
                () -> Instant.parse("2026-11-21T08:00:00Z"),
                nanos::get);
        gate = new LoaderGate(workshop, () -> policy, ApplicationTracing.none(), Neighbourhood.seenFrom(null));
    }

    private static Settings settings(String yaml) {
        Environment environment = new Environment(Map.of(), Map.of());
        byte[] file = ("version: 1\n" + yaml).getBytes(StandardCharsets.UTF_8);
        Loaded loaded = new SettingsSource("test.yaml", environment, Settings.builtIn(1L << 30), name -> file).load();
        if (!loaded.isAccepted()) {
            throw new IllegalArgumentException(loaded.problems().toString());
        }
        return loaded.settings();
    }

    void reconfigure(String yaml) {
        policy = Policy.of(settings(yaml));
    }

    /** What could be saved, by the calls so far. */
    List<Advice> advice() {
        return adviser.advice(nanos.get());
    }

    private void advise(Exchange over) {
        Hindsight hindsight = over.hindsight();
        if (hindsight != null && over.cost() instanceof Cost.Known known) {
            long output = Objects.requireNonNull(over.answer().usage()).totalOutput();
            adviser.add(over.opening().caller().site().function(), nanos.get(), known.usd(), output, hindsight);
        }
    }

    void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    Exchange last() {
        return told.get(told.size() - 1);
    }

    /** A call on its way. */
    Sending chat(String body) {
        return open(OPENAI, "/v1/chat/completions", body);
    }

    Sending messages(String body) {
        return open(ANTHROPIC, "/v1/messages", body);
    }

    Sending open(Address address, String path, String body) {
        return open(address, path, body.getBytes(StandardCharsets.UTF_8));
    }

    Sending open(Address address, String path, byte[] body) {
        Map<String, List<String>> all = new HashMap<>(headers);
        all.put("Authorization", List.of("Bearer " + key));
        Call call = new Call("POST", address, path, "", Headers.of(all), body);
        Caller caller = new Caller(new CallSite(site, 12), "main", span, Map.of(), endpoint);
        return new Sending(call, gate.open(call, new Client("openai-java", 1, () -> null), caller));
    }

    /** Begins a stretch in which calls that fail are made again. */
    Scope retries() {
        return gate.retries();
    }

    boolean hurries(String method, String path) {
        return gate.hurries(method, path);
    }

    boolean wants(String method, String path) {
        return gate.wants(method, path);
    }

    /** One call and what became of it so far. */
    static final class Sending {
        final Call written;
        final Passage passage;
        Next next;

        Sending(Call written, Passage passage) {
            this.written = written;
            this.passage = passage;
            this.next = passage.next();
        }

        /** The body as it is sent. */
        String sent() {
            return text(((Next.Send) next).call().body());
        }

        /** The answer that came from us. */
        String local() {
            return text(((Next.Answer) next).reply().body());
        }

        Sending answered(String body) {
            return arrives(200, "application/json", body);
        }

        Sending refused(int status) {
            return arrives(
                    status, "application/json", "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"no\"}}");
        }

        Sending arrives(int status, String type, String body) {
            Next after = arrival(status, type);
            if (after instanceof Next.Deliver deliver) {
                read(deliver.tap(), body);
            }
            next = after;
            return this;
        }

        Next arrival(int status, String type) {
            return passage.arrived(new Head(status, Headers.of(Map.of("content-type", List.of(type)))));
        }

        @Nullable
        String seen;

        private void read(Tap tap, String body) {
            seen = text(tap.pass(Chunk.of(body.getBytes(StandardCharsets.UTF_8)))) + text(tap.end());
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static String text(Chunk chunk) {
        return new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8);
    }

    private final class Recording implements Telemetry {
        @Override
        public ApplicationTracing tracing(@Nullable ClassLoader loader) {
            return ApplicationTracing.none();
        }

        @Override
        public Trail open(Exchange exchange, ApplicationTracing tracing) {
            later(opening);
            return new Trail() {
                @Override
                public SpanReference span() {
                    return SpanReference.none();
                }

                @Override
                public void end(Exchange over) {
                    told.add(over);
                    advise(over);
                    overheads.add(over.timeline().ours());
                }
            };
        }

        @Override
        public void failure(String step) {
            failures.add(step);
        }

        @Override
        public void instrumentation(Found found) {}

        @Override
        public void close() {}
    }
}
