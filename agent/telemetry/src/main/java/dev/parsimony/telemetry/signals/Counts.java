// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.price.Comparison;
import dev.parsimony.price.Measured;
import dev.parsimony.telemetry.Findings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * What Parsimony counts of its own: money, cache outcomes, failures, SDKs found. Complete from the first call on, however late
 * the OpenTelemetry SDK starts: it reads the sums when it collects.
 */
public final class Counts {
    private static final int PICO = 12;
    private static final int MOST_LOOKS = 1_000; // beyond it attributes are built anew for each call

    private final Sums cost = new Sums();
    private final Sums saved = new Sums();
    private final Sums overspent = new Sums();
    private final Sums unpriced = new Sums();
    private final Sums requests = new Sums();
    private final Comparison comparison = new Comparison();
    private final CallSites sites = new CallSites();
    private final ConcurrentHashMap<Look, Attributes> looks = new ConcurrentHashMap<>();
    private final Findings findings;

    private record Look(String provider, String model, String site) {}

    /**
     * Has counted nothing.
     *
     * @param findings what else there is to show
     */
    public Counts(Findings findings) {
        this.findings = findings;
    }

    /** Shows what was and will be counted. */
    void showIn(Meter meter) {
        money(meter, "parsimony.cost", "What calls cost.", cost);
        money(meter, "parsimony.saved", "What calls cost less than the requests as the application made them.", saved);
        money(meter, "parsimony.overspent", "What calls cost more than those requests would have.", overspent);
        number(meter, "parsimony.unpriced", "{call}", "Calls whose cost is unknown, and not in any sum.", unpriced);
        certain(
                meter,
                "parsimony.control.saved",
                "What a call costs less than those left as written, where that is more than chance.",
                Measured::perCall);
        certain(
                meter,
                "parsimony.control.margin",
                "How far chance may go in what a call costs less: in 19 of 20 cases no further.",
                Measured::margin);
        meter.gaugeBuilder("parsimony.advice")
                .setUnit("{USD}")
                .setDescription(
                        "What a lever would save in a year of calls like those seen, by estimate; each by itself.")
                .buildWithCallback(gauge -> findings.advised()
                        .forEach(one -> gauge.record(
                                findings.yearly(one),
                                Attributes.of(Keys.CALL_SITE, one.site(), Keys.LEVER, one.lever()))));
        number(
                meter,
                "parsimony.cache.requests",
                "{request}",
                "Calls that a rule allows to be answered again.",
                requests);
        meter.counterBuilder("parsimony.failures")
                .setUnit("{failure}")
                .setDescription("Steps of Parsimony that failed and were skipped.")
                .buildWithCallback(counter -> findings.failures(
                        (step, failures) -> counter.record(failures, Attributes.of(Keys.STEP, step))));
        meter.gaugeBuilder("parsimony.instrumentation")
                .ofLongs()
                .setDescription("SDKs that were found, and what became of them.")
                .buildWithCallback(
                        gauge -> findings.libraries((library, state) -> gauge.record(1, of(library, state))));
    }

    private static void money(Meter meter, String name, String description, Sums sums) {
        meter.counterBuilder(name)
                .ofDoubles()
                .setUnit("{USD}")
                .setDescription(description)
                .buildWithCallback(counter -> sums.forEach((attributes, pico) ->
                        counter.record(BigDecimal.valueOf(pico, PICO).doubleValue(), attributes)));
    }

    private void certain(Meter meter, String name, String description, ToDoubleFunction<Measured> value) {
        meter.gaugeBuilder(name)
                .setUnit("{USD}")
                .setDescription(description)
                .buildWithCallback(gauge -> comparison.results().stream()
                        .filter(Measured::isCertain)
                        .forEach(measured -> gauge.record(
                                value.applyAsDouble(measured), Attributes.of(Keys.CALL_SITE, measured.site()))));
    }

    private static void number(Meter meter, String name, String unit, String description, Sums sums) {
        meter.counterBuilder(name)
                .setUnit(unit)
                .setDescription(description)
                .buildWithCallback(counter -> sums.forEach((attributes, sum) -> counter.record(sum, attributes)));
    }

    private static Attributes of(Findings.Library library, String state) {
        return Attributes.of(Keys.SDK_NAME, library.sdk(), Keys.SDK_VERSION, library.version(), Keys.STATE, state);
    }

    /** Counts a call that is over. */
    public void add(Exchange exchange) {
        Attributes look = look(exchange);
        if (exchange.cost() instanceof Cost.Known known) {
            cost.add(look, pico(known.usd()));
        } else if (exchange.cost() instanceof Cost.Unknown unknown) {
            unpriced.add(
                    look.toBuilder().put(Keys.COST_UNKNOWN, unknown.reason()).build(), 1);
        }
        comparison.add(exchange);
        if (exchange.recall() != Recall.NOT_ASKED) {
            requests.add(
                    look.toBuilder()
                            .put(Keys.CACHE_OUTCOME, exchange.recall().toString())
                            .build(),
                    1);
        }
        for (Saving saving : exchange.savings()) {
            (saving.usd().signum() < 0 ? overspent : saved)
                    .add(attributes(look, saving), pico(saving.usd().abs()));
        }
    }

    /** The attributes that all of our metrics share. */
    Attributes look(Exchange exchange) {
        String site = sites.name(exchange.opening().caller().site().function());
        Look look = new Look(exchange.opening().provider(), exchange.model(), site);
        Attributes known = looks.get(look);
        if (known != null) {
            return known;
        }
        Attributes built = build(look);
        if (looks.size() < MOST_LOOKS) {
            looks.put(look, built);
        }
        return built;
    }

    private static Attributes build(Look look) {
        AttributesBuilder attributes = Attributes.builder();
        SpanAttributes.text(attributes::put, Keys.PROVIDER, look.provider);
        SpanAttributes.text(attributes::put, Keys.MODEL, look.model);
        SpanAttributes.text(attributes::put, Keys.CALL_SITE, look.site);
        return attributes.build();
    }

    private static Attributes attributes(Attributes look, Saving saving) {
        AttributesBuilder attributes = look.toBuilder().put(Keys.LEVER, saving.lever());
        SpanAttributes.text(attributes::put, Keys.RULE, saving.rule());
        return attributes.put(Keys.SAVED_ESTIMATED, saving.estimated()).build();
    }

    private static long pico(BigDecimal usd) {
        return usd.setScale(PICO, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }
}
