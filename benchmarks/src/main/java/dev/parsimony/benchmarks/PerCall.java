// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import com.acme.calls.AnthropicChat;
import com.acme.calls.Chat;
import com.acme.calls.OpenAiChat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call after the other through an SDK whose transport answers out of memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PerCall {
    /** Which SDK. */
    @Param("OPENAI")
    public Sdk sdk = Sdk.OPENAI;

    /** Characters said before the question. */
    @Param("4096")
    public int size;

    /** How the calls are made; the fork has, or has not, the agent attached accordingly. */
    @Param("BARE")
    public Variant variant = Variant.BARE;

    @SuppressWarnings("NullAway.Init") // by open()
    private Chat chat;

    private long asked;

    /** The official SDKs. */
    public enum Sdk {
        /** openai-java, Chat Completions. */
        OPENAI {
            @Override
            Chat chat(int size) {
                return new OpenAiChat(size);
            }

            @Override
            public String toString() {
                return "openai-java";
            }
        },
        /** anthropic-java, Messages. */
        ANTHROPIC {
            @Override
            Chat chat(int size) {
                return new AnthropicChat(size);
            }

            @Override
            public String toString() {
                return "anthropic-java";
            }
        };

        abstract Chat chat(int size);
    }

    /** Builds the client. */
    @Setup
    public void open() {
        chat = sdk.chat(size);
    }

    /** Makes a call. */
    @Benchmark
    public Object call() {
        long number = asked++;
        return chat.ask("Question " + (variant.differs() ? number : 0));
    }

    /**
     * Sees that what was measured is what was to be measured.
     *
     * @throws IllegalStateException if the transport saw other requests than it must have seen
     */
    @TearDown
    public void check() {
        if (!variant.fits(asked, chat.sent())) {
            throw new IllegalStateException(variant + ": " + asked + " calls, of which " + chat.sent() + " were sent");
        }
    }
}
