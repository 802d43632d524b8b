// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.benchmarks.Trial.Cost;
import org.junit.jupiter.api.Test;

class CallReportTest {
    private static final int SIZE = 4096;
    private final Calls calls = new Calls();
    private final CallReport report = new CallReport(calls);

    CallReportTest() {
        round(1);
        round(1.5); // the machine was busy
        round(1.1);
    }

    private void round(double slower) {
        add(Variant.BARE, 100 * slower, 50 * 1024);
        add(Variant.OBSERVE, 140 * slower, 50 * 1024 + 2 * SIZE);
        add(Variant.MISS, 160 * slower, 50 * 1024 + 4 * SIZE);
        add(Variant.HIT, 39 * slower, 50 * 1024 - SIZE);
    }

    private void add(Variant variant, double micros, double bytes) {
        calls.add(new Trial(PerCall.Sdk.OPENAI, SIZE, variant), new Cost(micros, bytes));
    }

    @Test
    void showsEachVariantNextToTheBareSdk() {
        assertThat(report.table(PerCall.Sdk.OPENAI)).hasToString("""
                | openai-java    |     p50 |    added | of the SDK's own | allocated |    added | of the body |
                |----------------|--------:|---------:|-----------------:|----------:|---------:|------------:|
                | 4 KB, bare SDK |  110 µs |          |                  |   50.0 KB |          |             |
                | 4 KB, observe  |  154 µs | +44.0 µs |           +0.40x |   58.0 KB | +8.00 KB |      +2.00x |
                | 4 KB, miss     |  176 µs | +66.0 µs |           +0.60x |   66.0 KB | +16.0 KB |      +4.00x |
                | 4 KB, hit      | 42.9 µs | -67.1 µs |           -0.61x |   46.0 KB | -4.00 KB |      -1.00x |
                """);
    }

    @Test
    void showsNothingOfAnSdkThatWasNotMeasured() {
        assertThat(report.table(PerCall.Sdk.ANTHROPIC).toString().lines()).hasSize(2);
    }

    @Test
    void judgesHitsByTheirTimeObservingByItsShareAndAllByTheirAllocation() {
        assertThat(report.aims().stream().map(aim -> aim.what() + (aim.isMet() ? " met" : " missed")))
                .containsExactly(
                        "openai-java, 4 KB, hit: p50 missed",
                        "openai-java, 4 KB, observe: time added, of the SDK's own met",
                        "openai-java, 4 KB, observe: allocation added, of the body met",
                        "openai-java, 4 KB, miss: allocation added, of the body missed",
                        "openai-java, 4 KB, hit: allocation added, of the body met");
    }
}
