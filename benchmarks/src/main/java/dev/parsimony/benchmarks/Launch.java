// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import com.acme.calls.FirstCall;
import com.acme.calls.FirstClass;
import com.acme.calls.Health;
import com.acme.calls.Hello;
import com.acme.support.SupportDesk;
import dev.parsimony.testkit.AgentJar;
import dev.parsimony.testkit.Jvm;
import java.util.List;
import java.util.stream.Stream;

/** An application as it is started again and again. */
enum Launch {
    /** Without an LLM. */
    HELLO("hello world", Hello.class, ""),
    /** Without an LLM, but with an HTTP client that one could be called with: OkHttp. */
    OKHTTP("health over OkHttp", Health.class, "", "okhttp"),
    /** The same with Apache's. */
    APACHE("health over Apache's client", Health.class, "", "apache"),
    /** The same with the JDK's own. */
    JDK("health over the JDK's client", Health.class, "", "jdk"),
    /** Has an SDK, and loads of it the first class that we have an eye on. */
    FIRST_CLASS("first SDK class", FirstClass.class, ""),
    /** One call of openai-java to the simulator. */
    FIRST_CALL("first call", FirstCall.class, ""),
    /** The support desk's morning at the simulator. Where calls are only observed, both do the same work. */
    SAMPLE("sample-app", SupportDesk.class, "observe");

    private final String words;
    private final Class<?> main;
    private final String mode;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final List<String> arguments;

    Launch(String words, Class<?> main, String mode, String... arguments) {
        this.arguments = List.of(arguments);
        this.words = words;
        this.main = main;
        this.mode = mode;
    }

    /** How it is started. */
    enum Agent {
        /** As it is. */
        NONE {
            @Override
            void attach(Jvm jvm, Rig rig) {}
        },
        /** With an agent that does nothing. */
        IDLE {
            @Override
            void attach(Jvm jvm, Rig rig) {
                jvm.flag("-javaagent:" + rig.bystander() + "=");
            }
        },
        /** With Parsimony. */
        PARSIMONY {
            @Override
            void attach(Jvm jvm, Rig rig) {
                jvm.withAgent("");
            }
        },
        /** With Parsimony between two agents that look at the clock. */
        TIMED {
            @Override
            void attach(Jvm jvm, Rig rig) {
                jvm.flag("-javaagent:" + rig.bystander() + "=" + AgentJar.path())
                        .withAgent("")
                        .flag("-javaagent:" + rig.bystander() + "=behind");
            }
        };

        abstract void attach(Jvm jvm, Rig rig);
    }

    /** Starts it once and waits for its end. */
    Sighting run(Agent agent, Rig rig) {
        Jvm jvm = Jvm.current()
                .ownClassPath()
                .variable("OPENAI_BASE_URL", rig.simulator().baseUrl() + "/v1")
                .variable("OPENAI_API_KEY", "sk-benchmark")
                .variable("ANTHROPIC_BASE_URL", rig.simulator().baseUrl())
                .variable("ANTHROPIC_API_KEY", "sk-ant-benchmark")
                .variable("NEIGHBOUR", rig.simulator().baseUrl())
                .variable("OTEL_EXPORTER_OTLP_ENDPOINT", rig.collector());
        if (!mode.isEmpty()) {
            jvm.property("parsimony.mode", mode);
        }
        agent.attach(jvm, rig);
        rig.simulator().reset();
        return Sighting.in(jvm.run(Watched.class, watched()).expectSuccess().out());
    }

    private String[] watched() {
        return Stream.concat(Stream.of(Long.toString(Watched.now()), main.getName()), arguments.stream())
                .toArray(String[]::new);
    }

    @Override
    public String toString() {
        return words;
    }
}
