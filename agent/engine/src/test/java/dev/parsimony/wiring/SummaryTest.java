// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Found;
import dev.parsimony.exchange.Telemetry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String ASK = "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String ANSWER = "{\"model\":\"gpt-4.1\",\"choices\":[{\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

    private final Summary summary = new Summary();

    @Test
    void saysNothingWhereNothingWasFound() {
        assertThat(summary.lines()).isEmpty();
    }

    @Test
    void saysOfEachSdkWhereItIsFromAndWhatBecameOfIt() {
        summary.add(new Found("openai-java", "4.100.0", "openai-java-core-4.100.0.jar", ""));
        summary.add(new Found("anthropic-java", "9.0.0", "app.jar", "HttpRequest.body() is gone"));

        assertThat(summary.lines())
                .containsExactly(
                        "parsimony: summary",
                        "  SDK                   from                          state",
                        "  openai-java 4.100.0   openai-java-core-4.100.0.jar  active",
                        "  anthropic-java 9.0.0  app.jar                       not instrumented: HttpRequest.body() is gone");
    }

    @Test
    void sumsCallsTokensAndMoneyByModel() {
        Desk desk = new Desk("");
        desk.chat(ASK).answered(ANSWER);
        desk.chat(ASK).answered(ANSWER);
        desk.told.forEach(summary::add);

        assertThat(summary.lines())
                .anyMatch(line ->
                        line.startsWith("  model    calls  answered here  input tokens  output tokens       USD  "))
                .anyMatch(line ->
                        line.startsWith("  gpt-4.1      2              0         2,000            200  0.005600 "))
                .anyMatch(line ->
                        line.startsWith("  all          2              0         2,000            200  0.005600 "));
    }

    @Test
    void tellsWhatEachLeverSavedAndCountsNoTokensOfAnAnswerOfOurs() {
        Desk desk = new Desk(REUSE);
        desk.chat(ASK).answered(ANSWER);
        desk.chat(ASK);
        desk.told.forEach(summary::add);

        assertThat(summary.lines())
                .contains("  saved 0.002800 USD: response_cache")
                .anyMatch(line ->
                        line.startsWith("  gpt-4.1      2              1         1,000            100  0.002800 "));
    }

    @Test
    void keepsWhatHasNoPriceOutOfTheSum() {
        Desk desk = new Desk("");
        desk.chat(ASK).answered("{}");
        desk.told.forEach(summary::add);

        assertThat(summary.lines())
                .contains("  without a price, and not in the sum: 1 no_usage")
                .noneMatch(line -> line.contains("0.00"));
    }

    @Test
    void showsTheTwentyDearestModels() {
        Desk desk = new Desk("");
        IntStream.range(0, 102)
                .forEach(i -> desk.chat(ASK.replace("gpt-4.1", "m" + i)).answered(ANSWER));
        desk.told.forEach(summary::add);

        assertThat(summary.lines()).anyMatch(line -> line.startsWith("  82 more") && line.contains(" 82 "));
    }

    @Test
    void namesTheDearestCallSites() {
        Desk desk = new Desk("");
        desk.chat(ASK).answered(ANSWER);
        desk.told.forEach(summary::add);

        assertThat(summary.lines()).contains("  com.acme.support.Faq.answer: 0.002800 USD");
    }

    @Test
    void sumsWhatATelemetryIsTold() {
        Desk desk = new Desk("");
        desk.chat(ASK).answered(ANSWER);
        Exchange exchange = desk.last();
        SummedTelemetry telemetry = new SummedTelemetry(Telemetry.silent(), summary);

        telemetry.instrumentation(new Found("openai-java", "1", "", ""));
        telemetry.open(exchange, ApplicationTracing.none()).end(exchange);

        assertThat(summary.lines()).hasSize(7);
    }
}
