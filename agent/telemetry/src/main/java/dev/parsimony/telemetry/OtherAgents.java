// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Log;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Other makers' agents in this JVM, and what is to be said of them. They are looked for when that is first asked, in a call: we
 * start while the JVM loads a class, where another thread may hold the lock of a system loader that loads one at a time, and
 * wait for us.
 */
final class OtherAgents {
    /** Source: {@code HttpClientDecorator.isAgentRequest} of its 1.68. */
    private static final Map<String, String> OWN_TO_DATADOG = Map.of("Datadog-Meta-Lang", "java");

    private final Predicate<String> isThere;
    private final AtomicBoolean said = new AtomicBoolean();
    private volatile @Nullable List<Maker> found;

    /** Found by the classes that they come with; the boot loader's are seen by the system loader too. */
    OtherAgents() {
        this(name -> isThere(name, ClassLoader.getSystemClassLoader()));
    }

    /**
     * Found by their classes.
     *
     * @param isThere whether there is a class of a name
     */
    OtherAgents(Predicate<String> isThere) {
        this.isThere = isThere;
    }

    private Optional<Maker> maker() {
        List<Maker> known = found;
        if (known == null) { // two that look at once find the same
            known = Stream.of(Maker.values())
                    .filter(each -> isThere.test(each.type))
                    .limit(1)
                    .toList();
            found = known;
        }
        return known.stream().findFirst();
    }

    private static boolean isThere(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader) != null;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** Whether there is one that may bridge every copy of OpenTelemetry's API to itself, ours too. */
    boolean mayBridge() {
        return maker().filter(each -> each.bridges).isPresent();
    }

    /**
     * The headers by which the one that is there knows a request for an agent's own, of which it makes no span. A user's traces
     * would otherwise hold one for each of our exports.
     */
    Map<String, String> own() {
        return maker().filter(each -> each == Maker.DATADOG).isPresent() ? OWN_TO_DATADOG : Map.of();
    }

    /** Says once how to have calls told to the one that is there. */
    void mention(Log log) {
        maker().filter(there -> !said.get() && said.compareAndSet(false, true))
                .ifPresent(there -> log.say("telemetry: " + there.line));
    }

    /** Who makes them. Source of the class names: the agents' own jars and repositories, 2026. */
    private enum Maker {
        DATADOG(
                "datadog.trace.bootstrap.AgentBootstrap",
                true,
                "Datadog's agent is told of no calls; with -Ddd.trace.otel.enabled=true or DD_TRACE_OTEL_ENABLED=true"
                        + " they join its traces"),
        ELASTIC(
                "co.elastic.apm.agent.premain.AgentMain",
                true,
                "Elastic's agent is told of no calls; it takes them unless opentelemetry is among its"
                        + " disable_instrumentations"),
        NEW_RELIC(
                "com.newrelic.bootstrap.BootstrapAgent",
                false,
                "New Relic's agent is told of no calls; its OTLP endpoint takes them, by OTEL_EXPORTER_OTLP_ENDPOINT");

        private final String type;
        private final boolean bridges;
        private final String line;

        Maker(String type, boolean bridges, String line) {
            this.type = type;
            this.bridges = bridges;
            this.line = line;
        }
    }
}
