// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import dev.parsimony.telemetry.Measurement;
import dev.parsimony.telemetry.Measurement.Kind;
import dev.parsimony.telemetry.Measurement.Metric;
import io.opentelemetry.api.common.AttributeKey;
import java.util.ArrayList;
import java.util.List;

/** The metrics of a call for those who are not told by OpenTelemetry: the same, by the same names. */
public final class Measures {
    private static final Metric OVERHEAD = CallMetrics.overhead();
    private static final Metric COST = counter("parsimony.cost", "What calls cost, in USD.");
    private static final Metric SAVED =
            counter("parsimony.saved", "What calls cost less than the requests as the application made them, in USD.");
    private static final Metric OVERSPENT =
            counter("parsimony.overspent", "What calls cost more than those requests would have, in USD.");
    private static final Metric REQUESTS =
            counter("parsimony.cache.requests", "Calls that a rule allows to be answered again.");

    private static final Metric UNPRICED =
            counter("parsimony.unpriced", "Calls whose cost is unknown, and not in any sum.");

    private final Convention convention;
    private final CallSites sites = new CallSites();

    /**
     * By the conventions that the user chose.
     *
     * @param optIn the value of {@code OTEL_SEMCONV_STABILITY_OPT_IN}; may be empty
     */
    public Measures(String optIn) {
        convention = Convention.of(optIn);
    }

    /** A counter. */
    static Metric counter(String name, String description) {
        return new Metric(name, description, Kind.COUNTER, List.of());
    }

    /** What is measured of a call that is over. */
    public List<Measurement> of(Exchange exchange) {
        List<Measurement> all = new ArrayList<>();
        ours(exchange, all);
        if (!exchange.recall().isLocal()) { // else no model was asked, so nothing here says how long one takes
            theirs(exchange, all);
        }
        return all;
    }

    private void ours(Exchange exchange, List<Measurement> all) {
        String site = sites.name(exchange.opening().caller().site().function());
        all.add(new Measurement(
                OVERHEAD, look(exchange, site), exchange.timeline().ours() / 1e9));
        if (exchange.cost() instanceof Cost.Known known) {
            all.add(new Measurement(COST, look(exchange, site), known.usd().doubleValue()));
        }
        if (exchange.cost() instanceof Cost.Unknown unknown) {
            List<String> tags = look(exchange, site);
            add(tags, Keys.COST_UNKNOWN, unknown.reason());
            all.add(new Measurement(UNPRICED, tags, 1));
        }
        if (exchange.recall() != Recall.NOT_ASKED) {
            List<String> tags = look(exchange, site);
            add(tags, Keys.CACHE_OUTCOME, exchange.recall().toString());
            all.add(new Measurement(REQUESTS, tags, 1));
        }
        exchange.savings().forEach(saving -> all.add(saving(saving, look(exchange, site))));
    }

    private static Measurement saving(Saving saving, List<String> tags) {
        add(tags, Keys.LEVER, saving.lever());
        add(tags, Keys.RULE, saving.rule());
        add(tags, Keys.SAVED_ESTIMATED, Boolean.toString(saving.estimated()));
        return new Measurement(
                saving.usd().signum() < 0 ? OVERSPENT : SAVED,
                tags,
                saving.usd().abs().doubleValue());
    }

    private void theirs(Exchange exchange, List<Measurement> all) {
        Operation operation = exchange.opening().operation();
        List<String> tags = tags(exchange);
        add(tags, Keys.ERROR, SpanAttributes.error(exchange));
        all.add(new Measurement(
                CallMetrics.time(convention.duration(operation), "GenAI operation duration."),
                tags,
                CallMetrics.duration(exchange.timeline()) / 1e9));
        if (exchange.opening().streamed() && exchange.timeline().firstChunk() >= 0) {
            all.add(new Measurement(
                    CallMetrics.time(convention.firstChunk(), "Time to the first chunk of a stream."),
                    tags(exchange),
                    exchange.timeline().firstChunk() / 1e9));
        }
        exchange.answer().reported().ifPresent(usage -> tokens(exchange, usage, all));
    }

    private void tokens(Exchange exchange, Usage usage, List<Measurement> all) {
        all.add(tokens(exchange, "input", usage.totalInput()));
        if (SpanAttributes.hasOutput(exchange)) {
            all.add(tokens(exchange, "output", usage.totalOutput()));
        }
    }

    private Measurement tokens(Exchange exchange, String type, long amount) {
        List<String> tags = tags(exchange);
        Metric metric = convention.tokensOf(type);
        if (convention == Convention.V1_41) {
            add(tags, Keys.TOKEN_TYPE, type);
        }
        return new Measurement(metric, tags, amount);
    }

    private static List<String> look(Exchange exchange, String site) {
        List<String> tags = new ArrayList<>();
        add(tags, Keys.PROVIDER, exchange.opening().provider());
        add(tags, Keys.MODEL, exchange.model());
        add(tags, Keys.CALL_SITE, site);
        return tags;
    }

    private static List<String> tags(Exchange exchange) {
        List<String> tags = new ArrayList<>();
        Address address = exchange.opening().address();
        add(tags, Keys.OPERATION, exchange.opening().operation().toString());
        add(tags, Keys.PROVIDER, exchange.opening().provider());
        add(tags, Keys.MODEL, exchange.model());
        add(tags, Keys.ANSWER_MODEL, exchange.answer().model());
        add(tags, Keys.SERVER, address.host());
        add(tags, Keys.PORT, address.host().isEmpty() ? "" : Integer.toString(SpanAttributes.port(address)));
        return tags;
    }

    private static void add(List<String> tags, AttributeKey<?> key, String value) {
        tags.add(key.getKey());
        tags.add(value.isEmpty() ? Measurement.NONE : value);
    }
}
