// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanAttributesTest {
    private final SpanAttributes names = new SpanAttributes(Convention.V1_41);

    @Test
    void saysAtTheStartExactlyWhatSamplersMayAskFor() {
        assertThat(Recorder.plain(names.atStart(new Calls().begin())))
                .containsOnly(
                        entry("gen_ai.operation.name", "chat"),
                        entry("gen_ai.provider.name", "openai"),
                        entry("gen_ai.request.model", "gpt-4o"),
                        entry("server.address", "api.openai.com"),
                        entry("server.port", 443L));
    }

    @Test
    void namesThePortThatTheAddressNames() {
        Exchange exchange =
                new Calls().address(new Address("http", "localhost", 8080)).begin();
        assertThat(names.atStart(exchange).get(Keys.PORT)).isEqualTo(8080);
    }

    @Test
    void namesPort80ForPlainHttp() {
        Exchange exchange =
                new Calls().address(new Address("http", "localhost", -1)).begin();
        assertThat(names.atStart(exchange).get(Keys.PORT)).isEqualTo(80);
    }

    @Test
    void leavesOutAServerThatNobodyKnows() {
        Exchange exchange = new Calls().address(Address.unknown()).begin();
        assertThat(Recorder.plain(names.atStart(exchange))).doesNotContainKeys("server.address", "server.port");
    }

    @Test
    void tellsWhichIncomingRequestTheCallServes() {
        assertThat(end(new Calls().endpoint("/orders/{id}").answered()))
                .contains(entry("parsimony.endpoint", "/orders/{id}"));
        assertThat(end(new Calls().answered())).doesNotContainKey("parsimony.endpoint");
    }

    @Test
    void tellsAnAnsweredCallInTheNamesOf1_41() {
        assertThat(end(new Calls().tenant("acme").answered()))
                .containsOnly(
                        entry("gen_ai.request.model", "gpt-4o"),
                        entry("gen_ai.response.id", "chatcmpl-1"),
                        entry("gen_ai.response.model", "gpt-4o-2024-08-06"),
                        entry("gen_ai.response.finish_reasons", List.of("stop")),
                        entry("gen_ai.usage.input_tokens", 150L),
                        entry("gen_ai.usage.output_tokens", 30L),
                        entry("gen_ai.usage.cache_read.input_tokens", 40L),
                        entry("gen_ai.usage.cache_creation.input_tokens", 10L),
                        entry("gen_ai.usage.reasoning.output_tokens", 12L),
                        entry("openai.api.type", "chat_completions"),
                        entry("openai.response.service_tier", "default"),
                        entry("code.function.name", "com.acme.Triage.classify"),
                        entry("code.line.number", 42L),
                        entry("parsimony.call_site", "com.acme.Triage.classify"),
                        entry("parsimony.tenant", "acme"),
                        entry("parsimony.cost.amount", 0.00125),
                        entry("parsimony.cost.currency", "USD"),
                        entry("parsimony.cost.source", "local"),
                        entry("parsimony.provider.request_id", "req_1"));
    }

    @Test
    void callsCacheCreationCacheWriteInTheNewestNames() {
        Map<String, Object> newest = Recorder.atEnd(Convention.LATEST, new Calls().answered());
        assertThat(newest)
                .containsEntry("gen_ai.usage.cache_write.input_tokens", 10L)
                .doesNotContainKey("gen_ai.usage.cache_creation.input_tokens");
    }

    @Test
    void tellsOfALocalAnswerNeitherTokensNorTimes() {
        Exchange exchange = new Calls().streamed().begin();
        exchange.recall(Recall.HIT);
        exchange.timeline().chunk();
        exchange.answered(new Calls().answered().answer());
        assertThat(end(exchange))
                .containsEntry("parsimony.cache.outcome", "hit")
                .containsEntry("parsimony.cache.kind", "exact")
                .containsEntry("gen_ai.response.id", "chatcmpl-1")
                .doesNotContainKey("gen_ai.response.time_to_first_chunk")
                .allSatisfy((name, value) -> assertThat(name).doesNotStartWith("gen_ai.usage"));
    }

    @Test
    void tellsTheTimeToTheFirstChunkOfAStream() {
        Calls calls = new Calls().streamed();
        Exchange exchange = calls.begin();
        calls.pass(Duration.ofMillis(250));
        exchange.timeline().chunk();
        assertThat(end(exchange))
                .containsEntry("gen_ai.request.stream", true)
                .containsEntry("gen_ai.response.time_to_first_chunk", 0.25);
    }

    @Test
    void tellsNoOutputTokensOfEmbeddings() {
        Exchange exchange =
                new Calls().operation(Operation.EMBEDDINGS, "openai.embeddings").answered();
        assertThat(end(exchange))
                .containsKey("gen_ai.usage.input_tokens")
                .doesNotContainKeys("gen_ai.usage.output_tokens", "openai.api.type");
    }

    @Test
    void keepsOpenAisNamesToOpenAisApis() {
        Exchange exchange =
                new Calls().provider("anthropic", "anthropic.messages").answered();
        assertThat(end(exchange)).allSatisfy((name, value) -> assertThat(name).doesNotStartWith("openai"));
    }

    @Test
    void estimatesTheOutputBesideTheUsageNeverInIt() {
        Exchange exchange = new Calls().begin();
        exchange.arrived(new Head(200, Headers.none()), "");
        exchange.estimate(77);
        exchange.estimateOutput(12);

        assertThat(end(exchange))
                .containsEntry("parsimony.estimated.output_tokens", 12L)
                .doesNotContainKeys("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens");
    }

    @Test
    void marksTheCallsThatOthersAreMeasuredAgainst() {
        Exchange control = new Calls().answered();
        control.draw(new Draw(true, 3));
        Exchange treated = new Calls().answered();
        treated.draw(new Draw(false, 3));

        assertThat(end(control)).containsEntry("parsimony.control", true);
        assertThat(end(treated)).doesNotContainKey("parsimony.control");
    }

    @Test
    void showsAnEstimateOnlyWhereAnAcceptedRequestBroughtNoUsage() {
        Exchange exchange = new Calls().begin();
        exchange.estimate(77);
        assertThat(end(exchange)).doesNotContainKey("parsimony.estimated.input_tokens");
        exchange.arrived(new Head(200, Headers.none()), "");
        assertThat(end(exchange))
                .containsEntry("parsimony.estimated.input_tokens", 77L)
                .doesNotContainKey("gen_ai.usage.input_tokens");
    }

    @Test
    void saysWhyACostIsUnknownAndShowsNoAmount() {
        Exchange exchange = new Calls().answered();
        exchange.cost(Cost.unknown("unknown_model"));
        assertThat(end(exchange))
                .containsEntry("parsimony.cost.unknown", "unknown_model")
                .doesNotContainKeys("parsimony.cost.amount", "parsimony.cost.currency", "parsimony.cost.source");
    }

    @Test
    void marksADisputedPriceAndOneThatTheProviderSaid() {
        Exchange exchange = new Calls().answered();
        exchange.cost(new Cost.Known(BigDecimal.ONE, true, true));
        assertThat(end(exchange))
                .containsEntry("parsimony.cost.confidence", "low")
                .containsEntry("parsimony.cost.source", "provider");
    }

    @Test
    void addsUpWhatAllLeversSaved() {
        Exchange exchange = new Calls().answered();
        exchange.saved(new Saving("model", "cheap", new BigDecimal("0.3"), false));
        exchange.saved(new Saving("prompt_cache", "", new BigDecimal("-0.1"), true));
        assertThat(end(exchange))
                .containsEntry("parsimony.saved.amount", 0.2)
                .containsEntry("parsimony.saved.estimated", true);
    }

    @Test
    void tellsWhatWasDecided() {
        Exchange exchange = new Calls().answered();
        exchange.follow(List.of("faq", "cheap"));
        exchange.rewrote("max_tokens");
        exchange.skip("model", "model_in_path");
        exchange.attempt();
        assertThat(end(exchange))
                .containsEntry("parsimony.rules", List.of("faq", "cheap"))
                .containsEntry("parsimony.rewrites", List.of("max_tokens"))
                .containsEntry("parsimony.skipped", List.of("model:model_in_path"))
                .containsEntry("parsimony.attempts", 2L);
    }

    @Test
    void tellsWhatWasUndone() {
        Exchange exchange = new Calls().answered();
        exchange.rewrote("max_tokens");
        exchange.revert();
        assertThat(end(exchange))
                .containsEntry("parsimony.reverted", List.of("max_tokens"))
                .doesNotContainKey("parsimony.rewrites");
    }

    @Test
    void leavesOutACallSiteThatWasNotFound() {
        Exchange exchange = new Calls().site(CallSite.unknown()).begin();
        assertThat(end(exchange)).doesNotContainKeys("code.function.name", "code.line.number", "parsimony.call_site");
    }

    @Test
    void takesAnErrorFromTheCallThenTheAnswerThenTheStatus() {
        Exchange exchange = new Calls().begin();
        assertThat(SpanAttributes.error(exchange)).isEmpty();
        exchange.arrived(new Head(429, Headers.none()), "");
        assertThat(SpanAttributes.error(exchange)).isEqualTo("429");
        exchange.answered(new Answer("", "", List.of(), null, Terms.LIST, "rate_limit_exceeded", Answer.Ending.FAILED));
        assertThat(SpanAttributes.error(exchange)).isEqualTo("rate_limit_exceeded");
        exchange.failed("java.net.http.HttpTimeoutException");
        assertThat(SpanAttributes.error(exchange)).isEqualTo("java.net.http.HttpTimeoutException");
    }

    private Map<String, Object> end(Exchange exchange) {
        return Recorder.atEnd(Convention.V1_41, exchange);
    }
}
