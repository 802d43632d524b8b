// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountsTest {
    private final Recorder recorder = new Recorder(Convention.V1_41);

    @Test
    void sumsCostsExactly() {
        Exchange tenth = new Calls().answered();
        tenth.cost(Cost.known(new BigDecimal("0.1"), false));
        Stream.of(1, 2, 3).forEach(i -> recorder.counts.add(tenth)); // as doubles: 0.30000000000000004
        assertThat(amount("parsimony.cost")).isEqualTo(0.3);
    }

    @Test
    void countsMoneyInUsdByProviderModelAndCallSite() {
        recorder.counts.add(new Calls().answered());
        assertThat(recorder.collect().get("parsimony.cost").getUnit()).isEqualTo("{USD}");
        assertThat(recorder.collect().get("parsimony.cost").getType()).isEqualTo(MetricDataType.DOUBLE_SUM);
        assertThat(Recorder.plain(point("parsimony.cost").getAttributes()))
                .containsOnly(
                        entry("gen_ai.provider.name", "openai"),
                        entry("gen_ai.request.model", "gpt-4o"),
                        entry("parsimony.call_site", Calls.SITE));
    }

    @Test
    void countsNoCostThatIsUnknown() {
        Exchange exchange = new Calls().answered();
        exchange.cost(Cost.unknown("no_usage"));
        recorder.counts.add(exchange);
        assertThat(recorder.collect()).doesNotContainKey("parsimony.cost");
    }

    @Test
    void countsCallsWithoutAPriceApartByTheReason() {
        Exchange exchange = new Calls().answered();
        exchange.cost(Cost.unknown("aborted"));
        recorder.counts.add(exchange);
        recorder.counts.add(exchange);
        recorder.counts.add(new Calls().answered());
        MetricData unpriced = recorder.collect().get("parsimony.unpriced");
        assertThat(unpriced.getUnit()).isEqualTo("{call}");
        assertThat(unpriced.getLongSumData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getValue()).isEqualTo(2));
        assertThat(Recorder.plain(
                        unpriced.getLongSumData().getPoints().iterator().next().getAttributes()))
                .containsEntry("parsimony.cost.unknown", "aborted");
    }

    @Test
    void showsWhatCallsCostLessThanThoseLeftAsWrittenOnceThatIsCertain() {
        assertThat(recorder.collect()).doesNotContainKey("parsimony.control.saved");
        for (int i = 0; i < 64; i++) {
            drawn(true, i, "0.003");
            drawn(false, i, "0.001");
        }
        assertThat(gauge("parsimony.control.saved").getValue()).isEqualTo(0.002);
        assertThat(gauge("parsimony.control.margin").getValue()).isCloseTo(0, within(1e-9));
        assertThat(Recorder.plain(gauge("parsimony.control.saved").getAttributes()))
                .containsOnly(entry("parsimony.call_site", Calls.SITE));
    }

    private void drawn(boolean control, int i, String usd) {
        Exchange exchange = new Calls().answered();
        exchange.draw(new Draw(control, i % Draw.GROUPS));
        exchange.cost(Cost.known(new BigDecimal(usd), false));
        recorder.counts.add(exchange);
    }

    private DoublePointData gauge(String name) {
        return recorder.collect()
                .get(name)
                .getDoubleGaugeData()
                .getPoints()
                .iterator()
                .next();
    }

    @Test
    void keepsWhatWasSavedApartFromWhatWasOverspent() {
        Exchange exchange = new Calls().answered();
        exchange.saved(new Saving("model", "cheap", new BigDecimal("0.25"), false));
        exchange.saved(new Saving("prompt_cache", "", new BigDecimal("-0.05"), true));
        recorder.counts.add(exchange);
        assertThat(amount("parsimony.saved")).isEqualTo(0.25);
        assertThat(amount("parsimony.overspent")).isEqualTo(0.05);
        assertThat(Recorder.plain(point("parsimony.saved").getAttributes()))
                .contains(
                        entry("parsimony.lever", "model"),
                        entry("parsimony.rule", "cheap"),
                        entry("parsimony.saved.estimated", false));
        assertThat(Recorder.plain(point("parsimony.overspent").getAttributes()))
                .containsEntry("parsimony.lever", "prompt_cache")
                .containsEntry("parsimony.saved.estimated", true)
                .doesNotContainKey("parsimony.rule");
    }

    @Test
    void countsRequestsThatMayBeAnsweredAgainByOutcome() {
        recorder.counts.add(new Calls().hit());
        recorder.counts.add(new Calls().hit());
        Exchange missed = new Calls().answered();
        missed.recall(Recall.MISS);
        recorder.counts.add(missed);
        recorder.counts.add(new Calls().answered());
        assertThat(recorder.points("parsimony.cache.requests"))
                .extracting(point -> point.getAttributes().get(Keys.CACHE_OUTCOME) + "=" + number(point))
                .containsExactlyInAnyOrder("hit=2", "miss=1");
    }

    @Test
    void countsFailuresByStep() {
        recorder.findings.fail("price");
        recorder.findings.fail("price");
        assertThat(number(point("parsimony.failures"))).isEqualTo(2);
        assertThat(Recorder.plain(point("parsimony.failures").getAttributes()))
                .containsOnly(entry("parsimony.step", "price"));
    }

    @Test
    void showsWhatCouldBeSavedByCallSiteAndLever() {
        assertThat(recorder.collect()).doesNotContainKey("parsimony.advice");
        for (int i = 0; i < 20; i++) {
            recorder.findings.advise(new Calls().repeated());
        }
        assertThat(recorder.collect().get("parsimony.advice").getUnit()).isEqualTo("{USD}");
        assertThat(gauge("parsimony.advice").getValue()).isCloseTo(20 * 0.00125 * 365 * 24, within(1e-6));
        assertThat(Recorder.plain(gauge("parsimony.advice").getAttributes()))
                .containsOnly(entry("parsimony.call_site", Calls.SITE), entry("parsimony.lever", "response_cache"));
    }

    @Test
    void showsWhatBecameOfAnSdkAtLast() {
        recorder.findings.found("openai-java", "4.100.0", "no such method");
        recorder.findings.found("openai-java", "4.100.0", "active");
        assertThat(recorder.points("parsimony.instrumentation")).hasSize(1);
        assertThat(number(point("parsimony.instrumentation"))).isEqualTo(1);
        assertThat(Recorder.plain(point("parsimony.instrumentation").getAttributes()))
                .containsOnly(
                        entry("parsimony.sdk.name", "openai-java"),
                        entry("parsimony.sdk.version", "4.100.0"),
                        entry("parsimony.instrumentation.state", "active"));
    }

    @Test
    void shows200CallSitesAndPutsTheOthersTogether() {
        for (int i = 0; i < 250; i++) {
            recorder.counts.add(
                    new Calls().site(new CallSite("com.acme.A.m" + i, 1)).answered());
        }
        recorder.counts.add(new Calls().site(new CallSite("com.acme.A.m0", 1)).answered());
        assertThat(recorder.points("parsimony.cost")).hasSize(201);
        assertThat(recorder.points("parsimony.cost"))
                .filteredOn(point -> "other".equals(point.getAttributes().get(Keys.CALL_SITE)))
                .extracting(point -> ((DoublePointData) point).getValue())
                .containsExactly(0.0625);
    }

    @Test
    void putsSeriesBeyondTheLimitTogether() {
        for (int i = 0; i < 1_500; i++) {
            recorder.counts.add(new Calls().model("model-" + i).answered());
        }
        assertThat(recorder.points("parsimony.cost")).hasSize(1_000);
        assertThat(recorder.points("parsimony.cost").stream()
                        .mapToDouble(point -> ((DoublePointData) point).getValue())
                        .sum())
                .isCloseTo(1_500 * 0.00125, within(1e-9));
    }

    private PointData point(String metric) {
        return recorder.points(metric).get(0);
    }

    private double amount(String metric) {
        return ((DoublePointData) point(metric)).getValue();
    }

    private static long number(PointData point) {
        return ((LongPointData) point).getValue();
    }
}
