// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.meters;

import dev.parsimony.exchange.Log;
import dev.parsimony.telemetry.Findings;
import dev.parsimony.telemetry.Measurement;
import dev.parsimony.telemetry.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The registries in Micrometer's global one, where Spring Boot puts its own. A registry that belongs to a composite is told
 * through that, whose filters then hold, unless another one in it is to be left out.
 */
public final class Registries implements Meters {
    private final Found found;
    private final Log log;
    private final Teller teller = Teller.beside(Registries.class.getClassLoader());
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /**
     * Of the Micrometer that this class stands beside; called by name from another class loader.
     *
     * @param findings what is told beside single calls
     * @param log where to say that a registry refuses a meter
     */
    public Registries(Findings findings, Log log) {
        this.found = new Found(findings);
        this.log = log;
    }

    @Override
    public void record(List<Measurement> call, boolean isTold) {
        told(Metrics.globalRegistry, isTold).forEach(registry -> {
            call.stream().filter(teller::isOurs).forEach(each -> tell(registry, each));
            found.show(registry, this::attempt);
            found.showAdvice(registry, this::attempt);
        });
    }

    private void tell(MeterRegistry registry, Measurement measurement) {
        String name = measurement.metric().name();
        if (!refused.contains(name)) {
            attempt(name, () -> teller.tell(registry, measurement));
        }
    }

    private void attempt(String name, Runnable telling) {
        try {
            telling.run();
        } catch (
                IllegalArgumentException
                        otherwise) { // Prometheus' registry knows it with other tags, or of another kind
            if (refused.add(name)) {
                log.say("telemetry: the application's meter registry knows another " + name
                        + "; ours is not told there");
            }
        }
    }

    /**
     * Those to tell.
     *
     * @param isTold whether to leave out those that hand over to OpenTelemetry
     */
    static Stream<MeterRegistry> told(MeterRegistry registry, boolean isTold) {
        if (!(registry instanceof CompositeMeterRegistry composite)) {
            return isTold && Kinds.handsOver(registry) ? Stream.empty() : Stream.of(registry);
        }
        Set<MeterRegistry> parts = composite.getRegistries();
        List<MeterRegistry> told =
                parts.stream().flatMap(part -> told(part, isTold)).toList();
        boolean whole = told.size() == parts.size() && parts.containsAll(told);
        return whole && !parts.isEmpty() ? Stream.of(registry) : told.stream();
    }
}
