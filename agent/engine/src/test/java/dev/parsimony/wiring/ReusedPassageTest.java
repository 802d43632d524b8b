// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Tap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What may be reused, and who waits for whom. */
class ReusedPassageTest {
    private static final String REUSE = "rules: [{name: faq, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final String ASK =
            "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"user\",\"content\":\"How long may I return it?\"}]}";
    private static final String ASK_STREAM = ASK.replace("{\"model\"", "{\"stream\":true,\"model\"");
    private static final String ANSWER = "{\"id\":\"chatcmpl-1\",\"model\":\"gpt-4.1-2025-04-14\","
            + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"60 days.\"},"
            + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":1,\"total_tokens\":11}}";
    private static final String DELTA = "data: {\"id\":\"chatcmpl-1\",\"model\":\"gpt-4.1-2025-04-14\","
            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"60 days.\"},\"finish_reason\":null}]}\n\n";
    private static final String FINISH =
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String USAGE = "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":1,"
            + "\"total_tokens\":11}}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String MESSAGE = "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":100,\"stream\":true,"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"How long may I return it?\"}]}";
    private static final String MESSAGE_FINISH = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":"
            + "{\"id\":\"msg_1\",\"model\":\"claude-sonnet-4-5\",\"usage\":{\"input_tokens\":10}}}\n\n"
            + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
            + "\"usage\":{\"output_tokens\":1}}\n\n";
    private static final String MESSAGE_STOP = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    private final Desk desk = new Desk(REUSE);

    @Test
    void keepsNoStreamThatWasClosedAtItsFinishReason() {
        closedBehind(desk.chat(ASK_STREAM), DELTA + FINISH);

        assertThat(desk.chat(ASK_STREAM).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void keepsNoStreamThatWasClosedInTheMiddleOfItsLastEvent() {
        closedBehind(desk.messages(MESSAGE), MESSAGE_FINISH + MESSAGE_STOP.substring(0, MESSAGE_STOP.length() - 1));

        assertThat(desk.messages(MESSAGE).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void keepsAStreamThatWasClosedBehindItsLastEvent() {
        closedBehind(desk.chat(ASK_STREAM), DELTA + FINISH + USAGE + DONE);
        closedBehind(desk.messages(MESSAGE), MESSAGE_FINISH + MESSAGE_STOP);

        assertThat(desk.chat(ASK_STREAM).next).isInstanceOf(Next.Answer.class);
        assertThat(desk.messages(MESSAGE).local()).isEqualTo(MESSAGE_FINISH + MESSAGE_STOP);
    }

    @Test
    void keepsAnswersOfOneSubscriptionFromAnother() {
        desk.headers.put("Ocp-Apim-Subscription-Key", List.of("alice"));
        desk.chat(ASK).answered(ANSWER);
        desk.headers.put("Ocp-Apim-Subscription-Key", List.of("bob"));

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void keepsAnswersOfOneRouteOfAGatewayFromAnother() {
        desk.headers.put("x-portkey-provider", List.of("a"));
        desk.chat(ASK).answered(ANSWER);
        desk.headers.put("x-portkey-provider", List.of("b"));

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void reusesWhateverTheIdsOfRequestsAre() {
        desk.headers.put("X-Request-Id", List.of("1"));
        desk.headers.put("traceparent", List.of("00-1"));
        desk.chat(ASK).answered(ANSWER);
        desk.headers.put("X-Request-Id", List.of("2"));
        desk.headers.put("traceparent", List.of("00-2"));

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Answer.class);
    }

    @Test
    void reusesNothingWhereTheAddressCannotBeSeen() {
        for (int i = 0; i < 2; i++) {
            desk.open(Address.unknown(), "/v1/chat/completions", ASK).answered(ANSWER);
        }

        assertThat(desk.last().skipped()).contains("cache:address_unknown");
        assertThat(desk.last().recall()).isEqualTo(Recall.BYPASS);
    }

    @Test
    void doesNotLetAStreamWaitForAnother() {
        desk.chat(ASK_STREAM);

        assertThat(desk.chat(ASK_STREAM).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void waitsShortlyForAnAnswerThatHasBegunAndThenGoesAlone() {
        Desk.Sending leader = desk.chat(ASK);
        Desk.Sending follower = desk.chat(ASK);
        onAnotherThread(() -> leader.arrival(200, "application/json"));
        assertThat(((Next.Await) follower.next).signal().toCompletableFuture()).isCompleted();

        Next.Await body = (Next.Await) follower.passage.next();
        assertThat(body.limit()).isEqualTo(Duration.ofMillis(500));
        assertThat(follower.passage.next()).isInstanceOf(Next.Send.class);
    }

    @Test
    void takesAnAnswerThatHadBegunAndIsThere() {
        Desk.Sending leader = desk.chat(ASK);
        Desk.Sending follower = desk.chat(ASK);
        Next.Deliver deliver = onAnotherThread(() -> (Next.Deliver) leader.arrival(200, "application/json"));
        assertThat(follower.passage.next()).isInstanceOf(Next.Await.class);

        read(deliver.tap(), ANSWER);
        deliver.tap().end();

        assertThat(follower.passage.next()).isInstanceOf(Next.Answer.class);
        assertThat(desk.last().recall()).isEqualTo(Recall.JOINED);
    }

    @Test
    void doesNotWaitForAnAnswerThatThisThreadHasToRead() {
        desk.chat(ASK).arrival(200, "application/json");

        assertThat(desk.chat(ASK).next).isInstanceOf(Next.Send.class);
    }

    @Test
    void letsThoseWhoWaitGoWhenTheAnswerIsNotLeft() {
        Desk.Sending leader = desk.chat(ASK);
        Desk.Sending follower = desk.chat(ASK);

        leader.answered("no answer at all");

        assertThat(((Next.Await) follower.next).signal().toCompletableFuture()).isCompleted();
        assertThat(follower.passage.next()).isInstanceOf(Next.Send.class);
    }

    @Test
    void letsThoseWhoWaitGoAtOnceWhenTheCallFails() {
        Desk.Sending leader = desk.chat(ASK);
        Desk.Sending follower = desk.chat(ASK);

        leader.arrival(500, "application/json");

        assertThat(follower.passage.next()).isInstanceOf(Next.Send.class);
    }

    @Test
    void keepsNothingOfACallWhoseChangedRequestCouldNotBeBuilt() {
        Desk cheaper = new Desk(REUSE.replace("{cache", "{model: gpt-4.1-mini, cache"));
        Desk.Sending call = cheaper.chat(ASK);
        call.passage.fellBack();
        call.answered(ANSWER);

        assertThat(cheaper.chat(ASK).next).isInstanceOf(Next.Send.class);
        assertThat(cheaper.told.get(0).rewrites()).isEmpty();
        assertThat(cheaper.told.get(0).skipped()).contains("model:not_built");
        assertThat(cheaper.told.get(0).model()).isEqualTo("gpt-4.1");
    }

    @Test
    void doesNotSendARefusalTwiceWhereTheRequestWasNotChangedAfterAll() {
        Desk cheaper = new Desk("rules: [{name: cheap, then: {model: gpt-4.1-mini}}]\n");
        Desk.Sending call = cheaper.chat(ASK);
        call.passage.fellBack();

        assertThat(call.arrival(400, "application/json")).isInstanceOf(Next.Deliver.class);
    }

    private static void closedBehind(Desk.Sending call, String body) {
        Tap tap = ((Next.Deliver) call.arrival(200, "text/event-stream")).tap();
        read(tap, body);
        tap.closed();
    }

    private static void read(Tap tap, String body) {
        tap.pass(Chunk.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> T onAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }
}
