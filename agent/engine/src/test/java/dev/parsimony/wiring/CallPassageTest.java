// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPassageTest {
    private static final String ASK =
            "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":\"How long may I return it?\"}]}";
    private static final String ANSWER = "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,"
            + "\"model\":\"gpt-4.1-2025-04-14\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
            + "\"content\":\"60 days.\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}";
    private static final String REUSE =
            "rules: [{name: faq, when: {call_site: \"com.acme.**\"}, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String CHEAPER =
            "rules: [{name: cheap, when: {model: gpt-4.1}, then: {model: gpt-4.1-mini, max_tokens: 200}}]\n";

    @Test
    void sendsTheVeryBodyThatNoRuleTouches() {
        Desk.Sending call = new Desk("").chat(ASK);

        Next.Send send = (Next.Send) call.next;
        assertThat(send.asWritten()).isTrue();
        assertThat(send.call().body()).isSameAs(call.written.body());
    }

    @Test
    void pricesWhatTheProviderCounted() {
        Desk desk = new Desk("");
        desk.chat(ASK).answered(ANSWER);

        // 1000 tokens at 2 USD and 100 at 8 USD per million
        assertThat(((Cost.Known) desk.last().cost()).usd()).isEqualByComparingTo("0.0028");
    }

    @Test
    void pricesByTheProviderThatTheSettingsNameForAHost() {
        String ask = ASK.replace("gpt-4.1", "claude-haiku-4-5");
        String answer = ANSWER.replace("gpt-4.1-2025-04-14", "claude-haiku-4-5");
        Desk desk = new Desk("hosts: [{match: llm.corp.example, price_as: anthropic}]\n");
        for (String host : List.of("llm.corp.example", "other.example")) {
            desk.open(new Address("https", host, -1), "/v1/chat/completions", ask)
                    .answered(answer);
        }

        // the provider's own tariff, and the same one borrowed because OpenAI has no such model
        assertThat(desk.told)
                .extracting(exchange -> ((Cost.Known) exchange.cost()).disputed())
                .containsExactly(false, true);
        assertThat(desk.told)
                .extracting(exchange -> exchange.opening().provider())
                .containsOnly("openai");
    }

    @Test
    void saysThatNothingWasSeenChangingWhereAStablePrefixIsAskedFor() {
        Desk desk = new Desk("rules: [{name: steady, then: {stable_prefix: on}}]\n");
        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.last().skipped()).containsExactly("stable_prefix:not_seen_changing");
    }

    @Test
    void saysNothingOfAStablePrefixThatWasMade() {
        Desk desk = new Desk("rules: [{name: steady, then: {stable_prefix: on}}]\n");
        String rules = "Answer in short sentences, and never promise anything. ".repeat(60);
        for (int minute = 1; minute < 4; minute++) {
            String system = "You help.\\nCurrent time: 12:0" + minute + "\\n\\n" + rules;
            desk.messages("{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9,\"system\":\"" + system
                            + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}")
                    .answered("{}");
        }

        assertThat(desk.last().rewrites()).contains("stable_prefix");
        assertThat(desk.last().skipped()).noneMatch(skipped -> skipped.startsWith("stable_prefix"));
    }

    @Test
    void saysNothingOfAStablePrefixThatNobodyAskedFor() {
        Desk desk = new Desk("rules: [{name: as-it-is, then: {stable_prefix: off}}]\n");
        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.last().skipped()).isEmpty();
    }

    @Test
    void tellsWhatACallTookItselfUpToTheTelling() {
        Desk desk = new Desk(REUSE);
        desk.opening = Duration.ofMillis(3);
        desk.chat(ASK).answered(ANSWER);
        desk.later(Duration.ofSeconds(1));

        desk.chat(ASK);

        assertThat(desk.last().recall()).isEqualTo(Recall.HIT);
        assertThat(desk.overheads).containsExactly(3_000_000L, 3_000_000L);
        assertThat(desk.last().timeline().ours()).isEqualTo(3_000_000L);
    }

    @Test
    void countsNoTimeOfOthersWhereAFailedCallIsToldOnlyOnceNobodyMakesItAgain() {
        Desk desk = new Desk("");
        desk.opening = Duration.ofMillis(3);
        Scope retries = desk.retries();
        desk.chat(ASK).passage.failed(new IOException());
        desk.later(Duration.ofSeconds(1));

        retries.close();

        assertThat(desk.overheads).containsExactly(3_000_000L);
    }

    @Test
    void saysWhyACostIsUnknown() {
        Desk desk = new Desk("");
        desk.chat(ASK.replace("gpt-4.1", "house-model")).answered(ANSWER.replace("gpt-4.1-2025-04-14", "house-model"));

        assertThat(desk.last().cost()).isEqualTo(Cost.unknown("unknown_model"));
    }

    @Test
    void answersARepeatedRequestItselfWhereARuleSaysSo() {
        Desk desk = new Desk(REUSE);
        desk.chat(ASK).answered(ANSWER);

        Desk.Sending again = desk.chat(ASK);

        assertThat(again.local()).isEqualTo(ANSWER);
        assertThat(desk.last().recall()).isEqualTo(Recall.HIT);
        assertThat(desk.last().savings()).extracting(Saving::lever).containsExactly("response_cache");
        assertThat(desk.last().savings().get(0).usd()).isEqualByComparingTo("0.0028");
        assertThat(((Cost.Known) desk.last().cost()).usd()).isZero();
    }

    @Test
    void asksAnewWhenAnAnswerIsTooOld() {
        Desk desk = new Desk(REUSE);
        desk.chat(ASK).answered(ANSWER);
        desk.later(Duration.ofMinutes(11));

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void keepsAnswersOfOneKeyFromAnother() {
        Desk desk = new Desk(REUSE);
        desk.chat(ASK).answered(ANSWER);
        desk.key = "sk-another";

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void sharesNothingWithinATenantNobodyKnows() {
        Desk desk = new Desk("rules: [{name: faq, then: {cache: {ttl: 10m}}}]\n");
        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
        assertThat(desk.told.get(0).skipped()).contains("cache:no_tenant");
        assertThat(desk.told.get(0).recall()).isEqualTo(Recall.BYPASS);
    }

    @Test
    void sharesNothingWithinATenantNobodyTrusts() {
        Desk desk = new Desk("""
                tenant: {from: ["header:authorization"]}
                rules: [{name: faq, then: {cache: {ttl: 10m}}}]
                """);
        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
        assertThat(desk.told.get(0).skipped()).contains("cache:tenant_not_trusted");
    }

    @Test
    void keepsNoAnswerThatWasCutOff() {
        Desk desk = new Desk(REUSE);
        desk.chat(ASK).answered(ANSWER.replace("\"stop\"", "\"length\""));

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
        assertThat(desk.last().skipped()).contains("cache:not_kept_truncated");
    }

    @Test
    void letsARepetitionWithinOneTraceGoOut() {
        Desk desk = new Desk(REUSE);
        desk.span = new SpanReference("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true, "");
        desk.chat(ASK).answered(ANSWER);

        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.last().skipped()).contains("cache:same_trace");
    }

    @Test
    void joinsIdenticalCallsInFlight() {
        Desk desk = new Desk(REUSE);
        Desk.Sending first = desk.chat(ASK);
        Desk.Sending second = desk.chat(ASK);
        assertThat(second.next).isInstanceOf(Next.Await.class);

        first.answered(ANSWER);

        assertThat(((Next.Await) second.next).signal().toCompletableFuture()).isCompleted();
        Next.Answer joined = (Next.Answer) second.passage.next();
        assertThat(Desk.text(joined.reply().body())).isEqualTo(ANSWER);
        assertThat(desk.last().recall()).isEqualTo(Recall.JOINED);
    }

    @Test
    void goesAloneWhenTheCallItWaitedForFails() {
        Desk desk = new Desk(REUSE);
        Desk.Sending first = desk.chat(ASK);
        Desk.Sending second = desk.chat(ASK);

        first.passage.failed(new IOException("connection reset"));

        assertThat(second.passage.next()).isInstanceOf(Next.Send.class);
        assertThat(desk.last().error()).isEqualTo("java.io.IOException");
    }

    @Test
    void sendsToAnotherModelWithACapWhereARuleSaysSo() {
        Desk desk = new Desk(CHEAPER);
        Desk.Sending call = desk.chat(ASK);

        assertThat(call.sent()).contains("\"model\":\"gpt-4.1-mini\"").contains("200");
        call.answered(ANSWER.replace("gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14"));
        assertThat(desk.last().rewrites()).containsExactlyInAnyOrder("model", "max_tokens");
        assertThat(desk.last().rules()).containsExactly("cheap");
        assertThat(desk.last().savings()).extracting(Saving::lever).containsExactly("model");
    }

    @Test
    void sendsTheRequestAsWrittenWhenTheProviderRefusesAChangedOne() {
        Desk desk = new Desk(CHEAPER);
        Desk.Sending call = desk.chat(ASK).refused(400);

        Next.Send second = (Next.Send) call.next;
        assertThat(second.asWritten()).isTrue();
        assertThat(second.call().body()).isSameAs(call.written.body());
        call.answered(ANSWER);
        assertThat(desk.last().reverted()).containsExactlyInAnyOrder("model", "max_tokens");
        assertThat(desk.last().rewrites()).isEmpty();
        assertThat(desk.last().attempts()).isEqualTo(2);
        assertThat(desk.last().model()).isEqualTo("gpt-4.1");
    }

    @Test
    void restsRefusedStepsForAnHour() {
        Desk desk = new Desk(CHEAPER);
        desk.chat(ASK).refused(400).answered(ANSWER);

        desk.later(Duration.ofMinutes(59));
        assertThat(desk.chat(ASK).sent()).isEqualTo(ASK);
        desk.later(Duration.ofMinutes(2));
        assertThat(desk.chat(ASK).sent()).isNotEqualTo(ASK);
    }

    @Test
    void restsStepsForAMinuteWhenTheRequestItselfWasAtFault() {
        Desk desk = new Desk(CHEAPER);
        desk.chat(ASK).refused(400).refused(400);

        assertThat(desk.chat(ASK).sent()).isEqualTo(ASK);
        desk.later(Duration.ofSeconds(61));
        assertThat(desk.chat(ASK).sent()).isNotEqualTo(ASK);
    }

    @Test
    void doesNotRepeatARequestThatItDidNotChange() {
        Desk desk = new Desk("");
        desk.chat(ASK).refused(400);

        assertThat(desk.last().error()).isEqualTo("invalid_request_error");
        assertThat(desk.last().attempts()).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatFailedForAnotherReason() {
        Desk desk = new Desk(CHEAPER);
        desk.chat(ASK).refused(429);

        assertThat(desk.last().attempts()).isEqualTo(1);
        assertThat(desk.last().status()).isEqualTo(429);
    }

    @Test
    void changesNothingInObserve() {
        Desk desk = new Desk("mode: observe\n" + CHEAPER);
        Desk.Sending call = desk.chat(ASK);

        assertThat(((Next.Send) call.next).call().body()).isSameAs(call.written.body());
        call.answered(ANSWER);
        assertThat(desk.last().cost()).isInstanceOf(Cost.Known.class);
    }

    @Test
    void seesNothingUnderTheKillSwitch() {
        Desk desk = new Desk("kill_switch: on\n" + CHEAPER);
        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.told).isEmpty();
        assertThat(desk.wants("POST", "/v1/chat/completions")).isFalse();
    }

    @Test
    void takesNewSettingsFromTheNextCallOn() {
        Desk desk = new Desk("");
        Desk.Sending before = desk.chat(ASK);
        desk.reconfigure(CHEAPER);

        assertThat(before.sent()).isEqualTo(ASK);
        assertThat(desk.chat(ASK).sent()).isNotEqualTo(ASK);
    }

    @Test
    void passesWhatIsNoJson() {
        Desk desk = new Desk(CHEAPER);
        Desk.Sending call = desk.chat(ASK + " trailing");

        assertThat(((Next.Send) call.next).asWritten()).isTrue();
        call.answered(ANSWER);
        assertThat(desk.told).isEmpty();
    }

    @Test
    void passesPathsThatAreNotOurs() {
        Desk desk = new Desk("");

        assertThat(desk.wants("POST", "/v1/audio/transcriptions")).isFalse();
        assertThat(desk.wants("POST", "/v1/messages/batches")).isFalse();
        assertThat(desk.wants("GET", "/v1/chat/completions")).isFalse();
        assertThat(desk.wants("POST", "/v1/chat/completions")).isTrue();
    }

    @Test
    void hurriesNoConnectionButThoseToModels() {
        Desk desk = new Desk("");

        assertThat(desk.hurries("POST", "/v1/chat/completions")).isTrue();
        assertThat(desk.hurries("POST", "/v1/orders")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport: {tcp_no_delay: off}", "mode: observe", "kill_switch: on"})
    void hurriesNoConnectionWhereThatIsNotWanted(String settings) {
        assertThat(new Desk(settings + "\n").hurries("POST", "/v1/chat/completions"))
                .isFalse();
    }

    @Test
    void neverHoldsOrTellsTheKey() {
        Desk desk = new Desk(REUSE);
        desk.chat(ASK).answered(ANSWER);

        assertThat(desk.last().toString()).doesNotContain(Desk.KEY);
    }

    @Test
    void obeysARuleForTheIncomingRequestThatTheCallServes() {
        Desk desk = new Desk("rules: [{name: cheap, when: {endpoint: /api/**}, then: {model: gpt-4.1-mini}}]\n");
        desk.endpoint = "/api/orders/{id}";
        assertThat(desk.chat(ASK).sent()).contains("gpt-4.1-mini");

        desk.endpoint = "/health";
        assertThat(desk.chat(ASK).sent()).doesNotContain("gpt-4.1-mini");
    }
}
