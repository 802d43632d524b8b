// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Next;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls to an API that has the model in its path. */
class ModelInPathTest {
    private static final Address GEMINI = new Address("https", "generativelanguage.googleapis.com", -1);
    private static final String PRO = "/v1beta/models/gemini-2.5-pro:generateContent";
    private static final String FLASH = "/v1beta/models/gemini-2.5-flash:generateContent";
    private static final String ASK = "{\"contents\":[{\"parts\":[{\"text\":\"How long may I return it?\"}]}]}";
    private static final String ANSWER = "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"60 days.\"}]},"
            + "\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":1000,\"candidatesTokenCount\":60,"
            + "\"thoughtsTokenCount\":40},\"modelVersion\":\"%s\"}";
    private static final String CHEAPER =
            "rules: [{name: cheap, when: {model: gemini-2.5-pro}, then: {model: gemini-2.5-flash}}]\n";
    private static final String REUSE = "rules: [{name: faq, then: {cache: {ttl: 10m, scope: shared}}}]\n";

    private static Desk.Sending sent(Desk desk, String path) {
        return desk.open(GEMINI, path, ASK);
    }

    @Test
    void sendsToTheModelThatARuleNames() {
        Desk desk = new Desk(CHEAPER);
        Desk.Sending call = sent(desk, PRO);
        Next.Send send = (Next.Send) call.next;

        assertThat(send.call().path()).isEqualTo(FLASH);
        assertThat(send.call().body()).isSameAs(call.written.body());
        assertThat(send.asWritten()).isFalse();
        call.answered(ANSWER.formatted("gemini-2.5-flash"));
        assertThat(desk.last().rewrites()).containsExactly("model");
        assertThat(desk.last().opening().model()).isEqualTo("gemini-2.5-pro");
        assertThat(desk.last().model()).isEqualTo("gemini-2.5-flash");
        // 1000 tokens at 0.30 USD and 100, thoughts among them, at 2.50 USD per million
        assertThat(((Cost.Known) desk.last().cost()).usd()).isEqualByComparingTo("0.00055");
    }

    @Test
    void sendsAgainToTheModelThatWasAskedForWhereTheOtherRefuses() {
        Desk desk = new Desk(CHEAPER);
        Desk.Sending call = sent(desk, PRO).refused(404);

        assertThat(((Next.Send) call.next).call()).isEqualTo(call.written);
        call.answered(ANSWER.formatted("gemini-2.5-pro"));
        assertThat(desk.last().reverted()).containsExactly("model");
        assertThat(((Next.Send) sent(desk, PRO).next).call().path()).isEqualTo(PRO);
    }

    @Test
    void keepsAnswersOfOneModelFromAnother() {
        Desk desk = new Desk(REUSE);
        sent(desk, PRO).answered(ANSWER.formatted("gemini-2.5-pro"));

        assertThat(sent(desk, FLASH).next).isInstanceOf(Next.Send.class);
        assertThat(sent(desk, PRO).local()).contains("60 days.");
    }

    @Test
    void knowsAnAnswerAgainThatWasAskedOfTheModelARuleNames() {
        Desk desk =
                new Desk("rules: [{name: cheap, then: {model: gemini-2.5-flash, cache: {ttl: 10m, scope: shared}}}]\n");
        sent(desk, PRO).answered(ANSWER.formatted("gemini-2.5-flash"));

        assertThat(sent(desk, FLASH).local()).contains("60 days.");
    }

    @Test
    void leavesTheModelToTheProviderThatHasIt() {
        Desk desk = new Desk("rules: [{name: other, then: {model: gpt-4o-mini}}]\n");
        sent(desk, PRO).answered(ANSWER.formatted("gemini-2.5-pro"));

        assertThat(desk.last().skipped()).containsExactly("model:other_provider");
    }

    @ParameterizedTest
    @CsvSource({
        "generativelanguage.googleapis.com, gcp.gemini",
        "aiplatform.googleapis.com, gcp.vertex_ai",
        "europe-west1-aiplatform.googleapis.com, gcp.vertex_ai",
        "llm.corp.example, gcp.gemini"
    })
    void costsTheSameWhereverGoogleServesIt(String host, String provider) {
        Desk desk = new Desk("");
        desk.open(new Address("https", host, -1), PRO, ASK).answered(ANSWER.formatted("gemini-2.5-pro"));

        assertThat(desk.last().opening().provider()).isEqualTo(provider);
        // 1000 tokens at 1.25 USD and 100 at 10 USD per million
        assertThat(((Cost.Known) desk.last().cost()).usd()).isEqualByComparingTo("0.00225");
        assertThat(((Cost.Known) desk.last().cost()).disputed()).isFalse();
    }
}
